import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { bitSet, id, index, moment, oneOf, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { clients } from './clients.ts'
import { firms, members, teams } from './firms.ts'

/** A court process or an internal case. */
export const matters = table(
  'matters',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    title: text().notNull(),
    kind: oneOf(['court', 'internal']).notNull(),
    /** The court's number, as the court writes it. */
    number: text(),
    /** Neutral name for subjects and chat channels. */
    alias: text(),
    /** Short neutral reference, made by us, used where there is no alias. */
    reference: text().notNull(),
    visibility: oneOf(['firm', 'private', 'team']).notNull(),
    teamId: id().references(() => teams.id),
    /** The matter this one was born of, or is attached to. */
    parentId: id().references((): AnySQLiteColumn => matters.id),
    relation: oneOf(['appeal', 'offshoot', 'attached']),
    sensitiveAt: moment(),
    hiddenAt: moment(),
    hiddenBy: id(),
    closedAt: moment(),
    closedBy: id(),
    createdAt: moment().notNull(),
  },
  (t) => [
    index('matters_firm').on(t.firmId, t.createdAt),
    index('matters_parent').on(t.parentId),
    uniqueIndex('matters_reference').on(t.firmId, t.reference),
  ],
)

/** A client is a party of a matter; only our side gives sight and notices. */
export const involvements = table(
  'involvements',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    side: oneOf(['ours', 'other']).notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('involvements_party').on(t.matterId, t.clientId),
    index('involvements_client').on(t.clientId, t.side),
    // Whose a matter is, without a look at the rows.
    index('involvements_side').on(t.matterId, t.side, t.id, t.clientId),
  ],
)

/** The members who answer for a matter. */
export const responsibles = table(
  'responsibles',
  {
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    memberId: id()
      .notNull()
      .references(() => members.id),
    since: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.matterId, t.memberId] }), index('responsibles_member').on(t.memberId)],
)

/** A chat channel that belongs to a matter: what happens there is told in it, and commands typed in it are about the matter. */
export const matterChannels = table(
  'matter_channels',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    platform: oneOf(['slack', 'teams']).notNull(),
    tenant: text().notNull(),
    /** The channel's id on the platform. */
    channel: text().notNull(),
    linkedAt: moment().notNull(),
    linkedBy: id()
      .notNull()
      .references(() => members.id),
    /** Nothing is posted there any more: it became shared with others, or the bot is not in it. */
    heldAt: moment(),
    heldBecause: oneOf(['shared', 'sensitive', 'gone']),
  },
  (t) => [
    uniqueIndex('matter_channels_matter').on(t.matterId, t.platform),
    uniqueIndex('matter_channels_channel').on(t.platform, t.tenant, t.channel),
  ],
)

/**
 * The words by which a matter is found: of its title, number, alias and clients, folded to plain lower case.
 * A prefix of a word is a range of the primary key, on either engine.
 */
export const matterWords = table(
  'matter_words',
  {
    firmId: id().notNull(),
    word: text().notNull(),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    /** `kinOf` all words that lead there; null in rows of an earlier version. */
    kin: bitSet(),
  },
  (t) => [
    primaryKey({ columns: [t.firmId, t.word, t.matterId] }),
    index('matter_words_matter').on(t.matterId, t.word),
    index('matter_words_kin').on(t.firmId, t.word, t.matterId, t.kin),
  ],
)
