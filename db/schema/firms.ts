import { day, id, index, json, moment, oneOf, table, text, uniqueIndex } from '../columns.ts'

/** The tenant; every row of every other table belongs to one. */
export const firms = table('firms', {
  id: id().primaryKey(),
  name: text().notNull(),
  locale: oneOf(['es-CL', 'pt-BR', 'en']).notNull(),
  timeZone: text().notNull(),
  country: oneOf(['CL', 'BR']).notNull(),
  /** State of Brazil or region of Chile whose holidays also count. */
  region: text(),
  supportContact: text(),
  /** Accent colour of portal and e-mail, `#rrggbb`. */
  accent: text(),
  /** Days on which the office is closed, besides the public holidays. */
  closingDays: json<string[]>().notNull(),
  /** Hour of the local day from which the digest leaves. */
  digestHour: text().notNull(),
  createdAt: moment().notNull(),
})

/** A Slack workspace or Teams tenant whose people may talk to the firm. */
export const chatTenants = table(
  'chat_tenants',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    platform: oneOf(['slack', 'teams']).notNull(),
    /** Slack team id or Entra tenant id. */
    tenant: text().notNull(),
    /** Encrypted with a key derived from `SECRET_KEY`; null when the environment's token serves. */
    botToken: text(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('chat_tenants_tenant').on(t.platform, t.tenant),
    index('chat_tenants_firm').on(t.firmId),
  ],
)

/** Lawyer, assistant or admin of a firm. */
export const members = table(
  'members',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    name: text().notNull(),
    email: text().notNull(),
    role: oneOf(['admin', 'lawyer', 'assistant']).notNull(),
    /** What the member's chat profile says; null: the firm's. */
    locale: oneOf(['es-CL', 'pt-BR', 'en']),
    /** Takes over what reaches the member from `absentFrom` to `absentUntil` (days, inclusive). */
    delegateId: id(),
    absentFrom: day(),
    absentUntil: day(),
    createdAt: moment().notNull(),
    leftAt: moment(),
  },
  (t) => [uniqueIndex('members_email').on(t.firmId, t.email)],
)

/** Who a member is in Slack or Teams. */
export const memberIdentities = table(
  'member_identities',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    memberId: id()
      .notNull()
      .references(() => members.id),
    platform: oneOf(['slack', 'teams']).notNull(),
    tenant: text().notNull(),
    userId: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('member_identities_user').on(t.platform, t.tenant, t.userId),
    index('member_identities_member').on(t.memberId),
  ],
)

/** A group of members who share `team` matters. */
export const teams = table(
  'teams',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    name: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex('teams_name').on(t.firmId, t.name)],
)

export const teamMembers = table(
  'team_members',
  {
    firmId: id()
      .notNull()
      .references(() => firms.id),
    teamId: id()
      .notNull()
      .references(() => teams.id),
    memberId: id()
      .notNull()
      .references(() => members.id),
  },
  (t) => [
    uniqueIndex('team_members_member').on(t.teamId, t.memberId),
    index('team_members_by_member').on(t.memberId),
  ],
)
