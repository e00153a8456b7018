import { flag, id, index, int, moment, oneOf, primaryKey, table, text, uniqueIndex } from '../columns.ts'
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
    /** Of an account; see `core/access/passwords/password.ts`. Null while none is set. */
    passwordHash: text(),
    passwordAt: moment(),
    /** Part of the signature of links that set a password: raised by each use, so that one sets it once. */
    passwordVersion: int().notNull().default(1),
    /** Until when such a link may be used; null while none was asked for. */
    passwordLinkUntil: moment(),
    createdAt: moment().notNull(),
    invitedAt: moment(),
    enteredAt: moment(),
    lastSeenAt: moment(),
    removedAt: moment(),
    removedBy: id(),
  },
  (t) => [
    uniqueIndex('accesses_email').on(t.firmId, t.livingEmail),
    index('accesses_living').on(t.livingEmail),
    index('accesses_client').on(t.clientId),
    index('accesses_listed').on(t.firmId, t.name, t.id),
  ],
)

/** Further clients whom an access stands for: an owner who is also their company. */
export const accessExtensions = table(
  'access_extensions',
  {
    firmId: id()
      .notNull()
      .references(() => firms.id),
    accessId: id()
      .notNull()
      .references(() => accesses.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accessId, t.clientId] }),
    index('access_extensions_client').on(t.clientId),
  ],
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
    /** When the code sent to the access's e-mail was typed in, which opens files of sensitive matters. */
    provenAt: moment(),
  },
  (t) => [index('sessions_access').on(t.accessId), index('sessions_expiry').on(t.expiresAt)],
)

/** A code that was sent to an access's e-mail; worked out from its id, so that it is stored nowhere. */
export const stepUpCodes = table(
  'step_up_codes',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    accessId: id()
      .notNull()
      .references(() => accesses.id),
    sessionId: id().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    tries: int().notNull(),
  },
  (t) => [
    index('step_up_codes_session').on(t.sessionId, t.createdAt),
    index('step_up_codes_expiry').on(t.expiresAt),
  ],
)

/** A browser in which a member looks through a client's eyes. */
export const previews = table(
  'previews',
  {
    /** SHA-256 of the link's token, then of the cookie's. */
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    memberId: id()
      .notNull()
      .references(() => members.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    /** Null: the client has no access yet, and the usual one is shown. */
    accessId: id().references(() => accesses.id),
    /** The page it opens at. */
    matterId: id(),
    createdAt: moment().notNull(),
    /** Null while it is a link that nobody followed. */
    enteredAt: moment(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('previews_expiry').on(t.expiresAt)],
)

/** How often somebody has tried something lately; kept here so that restarts and several processes respect it. */
export const attempts = table(
  'attempts',
  {
    /** What is tried and by whom, as a digest. */
    key: text().primaryKey(),
    count: int().notNull(),
    /** When the count begins anew. */
    until: moment().notNull(),
  },
  (t) => [index('attempts_until').on(t.until)],
)

/** Where a browser takes push messages, as it told us. */
export const pushSubscriptions = table(
  'push_subscriptions',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    accessId: id()
      .notNull()
      .references(() => accesses.id),
    sessionId: id().notNull(),
    endpoint: text().notNull(),
    /** The browser's keys (RFC 8291), base64url. */
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('push_subscriptions_endpoint').on(t.endpoint),
    index('push_subscriptions_access').on(t.accessId),
    index('push_subscriptions_session').on(t.sessionId),
  ],
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
