import { day, id, index, int, json, moment, oneOf, table, text, uniqueIndex } from '../columns.ts'

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
  /** How clients are addressed in Portuguese; null: as *você*. */
  formOfAddress: oneOf(['voce', 'senhor']),
  /** Days on which the office is closed, besides the public holidays. */
  closingDays: json<string[]>().notNull(),
  /** Hour of the local day from which the digest leaves. */
  digestHour: text().notNull(),
  /** Where the digest goes. */
  digestBy: oneOf(['chat', 'mail', 'both']).notNull().default('chat'),
  /** When and how often clients are reminded; null: `usualPolicy` of `core/reminders/policy.ts`. */
  reminderPolicy: json<{ from: number; until: number; daysApart: number; mostPerWeek: number }>(),
  /** News and requests wait so many seconds before they are mailed, so that a send that is undone leaves no trace outside. */
  holdSeconds: int().notNull().default(0),
  /** Since when mail of a client's address counts though nothing proves it, since the firm's own server let it in; null: a member confirms it. */
  trustsServerSince: moment(),
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
    /** Slack's organisation (Enterprise Grid) the workspace belongs to; null outside one. */
    enterprise: text(),
    /** Encrypted with a key derived from `SECRET_KEY`; null when the environment's token serves. */
    botToken: text(),
    /** Encrypted likewise; gets the next bot token, once. */
    refreshToken: text(),
    /** Until when the bot token is good; null: for ever. */
    tokenExpiresAt: moment(),
    /** A process is getting the next token, until then at most. */
    renewingUntil: moment(),
    /** Slack user who let the app into the workspace. */
    installedBy: text(),
    /** When somebody last connected it; what the platform says of what was before is over. */
    connectedAt: moment(),
    /** Since when its token is gone or void. */
    disconnectedAt: moment(),
    /** In the platform's word: `app_uninstalled`, `invalid_auth`. */
    disconnectedBecause: text(),
    /** SHA-256 of the environment's token, if that is what was void: another one connects the workspace again. */
    voidToken: text(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('chat_tenants_tenant').on(t.platform, t.tenant),
    index('chat_tenants_firm').on(t.firmId),
  ],
)

/** A link with which somebody lets the app into a workspace of the firm, once. */
export const installLinks = table(
  'install_links',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    /** The workspace it was used for. */
    tenant: text(),
  },
  (t) => [index('install_links_firm').on(t.firmId)],
)

/** States of OAuth that have come back: none counts twice. Of no firm, for a state may be nobody's yet. */
export const installStates = table(
  'install_states',
  {
    /** Of the state that was signed and handed out. */
    id: id().primaryKey(),
    usedAt: moment().notNull(),
  },
  (t) => [index('install_states_used').on(t.usedAt)],
)

/** Somebody in chat says that they are this member, and an admin is to say whether that is so. */
export const linkRequests = table(
  'link_requests',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    memberId: id().notNull(),
    platform: oneOf(['slack', 'teams']).notNull(),
    tenant: text().notNull(),
    userId: text().notNull(),
    /** As their chat profile names them. */
    chatName: text().notNull(),
    /** The language of that profile, in which they are answered. */
    locale: oneOf(['es-CL', 'pt-BR', 'en']),
    askedAt: moment().notNull(),
    decision: oneOf(['accepted', 'refused']),
    decidedAt: moment(),
    decidedBy: id(),
  },
  (t) => [
    uniqueIndex('link_requests_user').on(t.platform, t.tenant, t.userId, t.memberId),
    index('link_requests_firm').on(t.firmId),
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
    /** The delegate, on the days of the absence alone: who sees what is private to the member in their stead. */
    standInId: id(),
    /** Since when the member wants no digest. */
    digestOffAt: moment(),
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
