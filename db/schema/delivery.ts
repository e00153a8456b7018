import { sql } from 'drizzle-orm'
import { id, index, int, json, moment, oneOf, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { firms } from './firms.ts'

/** What happened, by whom, to what: the audit trail and the history at once. Rows are never changed. */
export const events = table(
  'events',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    at: moment().notNull(),
    kind: text().notNull(),
    actorKind: oneOf(['member', 'client', 'system']).notNull(),
    actorId: id(),
    matterId: id(),
    clientId: id(),
    subjectId: id(),
    facts: json<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index('events_matter').on(t.matterId, t.at, t.id),
    index('events_firm').on(t.firmId, t.at),
    index('events_subject').on(t.subjectId),
  ],
)

/** What is to be told to one recipient by one channel, with the record of its delivery. */
export const outbox = table(
  'outbox',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    /** One per event, recipient and channel: announcing twice tells once. */
    dedupeKey: text().notNull(),
    channel: oneOf(['mail', 'slack', 'teams', 'push']).notNull(),
    /** What the message is about; `core/notices.ts` has its shapes. */
    notice: json<unknown>().notNull(),
    noticeKind: text().notNull(),
    locale: oneOf(['es-CL', 'pt-BR', 'en']).notNull(),
    /** An e-mail address, or a chat identity `tenant:user`. */
    recipient: text().notNull(),
    clientId: id(),
    memberId: id(),
    accessId: id(),
    matterId: id(),
    /** The news, request, answer or mail it tells of. */
    subjectId: id(),
    eventId: id(),
    replyAddressId: id(),
    /** Rows with the same key leave one after the other. */
    orderKey: text(),
    /** Ours, fixed from the start, so that a repeat is one mail to the reader. */
    messageId: text(),
    /** Mails with the same key are one conversation to the reader, chat messages one thread. */
    threadKey: text(),
    /** What some servers (Microsoft 365, Amazon SES) call the mail instead; answers refer to that. */
    serverMessageId: text(),
    /** The mail it replies to, where that is not one of ours. */
    inReplyTo: text(),
    /** The subject it left with; later mails of the thread say "Re:" to the first one's. */
    mailSubject: text(),
    state: oneOf(['queued', 'accepted', 'failed', 'bounced', 'cancelled']).notNull(),
    /** When it may leave; pushed back after a failure. */
    dueAt: moment().notNull(),
    claimedUntil: moment(),
    attempts: int().notNull(),
    lastError: text(),
    createdAt: moment().notNull(),
    /** Accepted by the server, as the record of delivery. */
    acceptedAt: moment(),
    acceptedAs: text(),
    bouncedAt: moment(),
    /** How often it came back though the address is good (a full mailbox); it is then sent again, not for ever. */
    softBounces: int().notNull().default(0),
    openedAt: moment(),
    seenAt: moment(),
    /** Why it was cancelled: deleted, hidden, access removed … */
    cancelledBecause: text(),
  },
  (t) => [
    uniqueIndex('outbox_dedupe').on(t.dedupeKey),
    index('outbox_due').on(t.state, t.dueAt),
    index('outbox_order').on(t.orderKey, t.state),
    index('outbox_subject').on(t.subjectId),
    index('outbox_message').on(t.messageId),
    index('outbox_server_message').on(t.serverMessageId),
    index('outbox_reply_address').on(t.replyAddressId),
    index('outbox_thread').on(t.threadKey, t.createdAt),
    index('outbox_failed')
      .on(t.firmId, t.createdAt, t.id)
      .where(sql`state in ('failed', 'bounced')`),
  ],
)

/** A message that stands in a chat, so that it can be brought up to date. */
export const chatMessages = table(
  'chat_messages',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    platform: oneOf(['slack', 'teams']).notNull(),
    tenant: text().notNull(),
    recipient: text().notNull(),
    conversation: text().notNull(),
    /** Slack's `ts`, Teams' activity id. */
    messageId: text().notNull(),
    noticeKind: text().notNull(),
    subjectId: id().notNull(),
    memberId: id(),
    /** Messages with the same key are one thread. */
    threadKey: text(),
    /** The message under which it stands; null: it is the root. */
    threadId: text(),
    at: moment().notNull(),
  },
  (t) => [
    index('chat_messages_thread').on(t.threadKey, t.at),
    uniqueIndex('chat_messages_subject').on(t.subjectId, t.noticeKind, t.recipient),
    index('chat_messages_at').on(t.at),
  ],
)

/** One effect per interaction, however often a platform delivers it. */
export const interactions = table(
  'interactions',
  {
    firmId: id().notNull(),
    key: text().notNull(),
    at: moment().notNull(),
    became: text(),
  },
  (t) => [primaryKey({ columns: [t.firmId, t.key] }), index('interactions_at').on(t.at)],
)
