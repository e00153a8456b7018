import { flag, id, index, int, moment, oneOf, table, text, uniqueIndex } from '../columns.ts'
import { clients } from './clients.ts'
import { firms, members } from './firms.ts'
import { matters } from './matters.ts'

/** A client's way into the portal. */
export const accesses = table(
  'accesses',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    kind: oneOf(['account', 'link']).notNull(),
    name: text().notNull(),
    email: text().notNull(),
    /** The address in lower case while the access lives, null once it is removed: one living access an address. */
    livingEmail: text(),
    courtMovements: flag().notNull(),
    manualMovements: flag().notNull(),
    tasks: flag().notNull(),
    publications: flag().notNull(),
    documents: flag().notNull(),
    privateMatters: flag().notNull(),
    teamMatters: flag().notNull(),
    /** Part of the link's signature: raising it revokes every link given before. */
    linkVersion: int().notNull(),
    createdAt: moment().notNull(),
    invitedAt: moment(),
    enteredAt: moment(),
    lastSeenAt: moment(),
    removedAt: moment(),
    removedBy: id(),
  },
  (t) => [uniqueIndex('accesses_email').on(t.firmId, t.livingEmail), index('accesses_client').on(t.clientId)],
)

/** A browser that has entered. */
export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the cookie's token. */
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    accessId: id()
      .notNull()
      .references(() => accesses.id),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('sessions_access').on(t.accessId), index('sessions_expiry').on(t.expiresAt)],
)

/** An entry of a matter in one of the five categories. */
export const entries = table(
  'entries',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    kind: oneOf(['court-movement', 'manual-movement', 'task', 'publication', 'document']).notNull(),
    title: text().notNull(),
    body: text(),
    /** When it happened, which may be before it was entered. */
    at: moment().notNull(),
    fileId: id(),
    authorId: id().references(() => members.id),
    /** What the outside source calls it, so that it is entered once. */
    externalKey: text(),
    /** Null: held back from clients until a member releases it. */
    releasedAt: moment(),
    createdAt: moment().notNull(),
    deletedAt: moment(),
    deletedBy: id(),
  },
  (t) => [
    index('entries_matter').on(t.matterId, t.at),
    uniqueIndex('entries_external').on(t.matterId, t.externalKey),
  ],
)
