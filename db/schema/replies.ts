import { sql } from 'drizzle-orm'
import { day, decimal, id, index, int, json, moment, oneOf, table, text, uniqueIndex } from '../columns.ts'
import { clients } from './clients.ts'
import { requestItems, requests } from './communication.ts'
import { firms } from './firms.ts'
import { matters } from './matters.ts'

/** A promise, and something that is not to be had; `itemId` null where it cannot be told which. */
export type SaidInReply = {
  /** The day by which it will come, `YYYY-MM-DD`. */
  promised?: string
  lacking?: { itemId: string | null }
  /** They wrote nothing of their own: all there is quotes a letter of ours. */
  nothing?: true
}

/** A mail as it came, stored before anything else; then where its handling stands. */
export const inboundMessages = table(
  'inbound_messages',
  {
    id: id().primaryKey(),
    /** Null until matched to a firm. */
    firmId: id().references(() => firms.id),
    /** `smtp`, `lmtp`, or a mailbox's name. */
    source: text().notNull(),
    /** Within the source: `uidvalidity:uid` over IMAP, else our own id. */
    sourceKey: text().notNull(),
    envelopeFrom: text(),
    envelopeTo: json<string[]>().notNull(),
    remoteAddress: text(),
    /** Key of the raw message in the file store. */
    rawKey: text().notNull(),
    /** 0 once the raw message is gone. */
    rawSize: int().notNull(),
    receivedAt: moment().notNull(),
    state: oneOf([
      'stored',
      'answered',
      'filed',
      'noted',
      'bounce',
      'quarantined',
      'unmatched',
      'duplicate',
      'unreadable',
      'discarded',
    ]).notNull(),
    stateAt: moment().notNull(),
    attempts: int().notNull(),
    claimedUntil: moment(),
    lastError: text(),
    messageId: text(),
    contentHash: text(),
    fromAddress: text(),
    fromName: text(),
    subject: text(),
    writtenText: text(),
    kind: text(),
    /** How it was matched: by reply address or thread. */
    matchedBy: text(),
    matterId: id().references(() => matters.id),
    requestId: id().references(() => requests.id),
    newsId: id(),
    clientId: id().references(() => clients.id),
    /** What proved, or failed to prove, the sender. */
    proof: text(),
    /** Why it waits in quarantine. */
    quarantineReason: oneOf([
      'unknown_sender',
      'unproven',
      'failed_proof',
      'forged',
      'expired_address',
      'revoked_address',
      'automatic_with_files',
      'not_addressed',
      'unreadable',
      'too_large',
      'from_member',
      'no_match',
    ]),
    /** What its words were understood to say, besides what they answer. */
    said: json<SaidInReply>(),
    /** Whom a mail that was forwarded says it is from: a suggestion, for anybody can write that. */
    forwardedFrom: text(),
    /** The client's own address was told that it waits. */
    clientToldAt: moment(),
    /** Nobody had looked at it for a business day, and the admins were told. */
    escalatedAt: moment(),
    decision: oneOf(['accepted', 'accepted_and_added', 'discarded']),
    decidedBy: id(),
    decidedAt: moment(),
  },
  (t) => [
    uniqueIndex('inbound_source').on(t.source, t.sourceKey),
    index('inbound_state').on(t.state, t.receivedAt),
    index('inbound_content').on(t.contentHash, t.messageId),
    index('inbound_firm').on(t.firmId, t.state),
    index('inbound_waiting')
      .on(t.firmId, t.receivedAt, t.id)
      .where(sql`state in ('quarantined', 'unmatched', 'unreadable')`),
    index('inbound_raw').on(t.rawKey),
    index('inbound_request').on(t.requestId, t.receivedAt),
    index('inbound_matter').on(t.matterId, t.clientId, t.receivedAt),
  ],
)

/**
 * What one client handed in for one request at one sitting: several mails, one story.
 * It is open to more until ten quiet minutes have passed since `lastAt`.
 */
export const arrivals = table(
  'arrivals',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    requestId: id()
      .notNull()
      .references(() => requests.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    via: oneOf(['mail', 'portal', 'member']).notNull(),
    /** To whom the receipt goes; null when nobody wants one. */
    fromAddress: text(),
    startedAt: moment().notNull(),
    lastAt: moment().notNull(),
  },
  (t) => [index('arrivals_request').on(t.requestId, t.clientId, t.lastAt)],
)

/** What a client handed in for an item. */
export const answers = table(
  'answers',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id()
      .notNull()
      .references(() => matters.id),
    requestId: id()
      .notNull()
      .references(() => requests.id),
    itemId: id()
      .notNull()
      .references(() => requestItems.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    via: oneOf(['mail', 'portal', 'member']).notNull(),
    /** The address it came from. */
    fromAddress: text(),
    accessId: id(),
    arrivalId: id()
      .notNull()
      .references(() => arrivals.id),
    inboundId: id().references(() => inboundMessages.id),
    /** A member handed it in for the client: who, and by which road it had come. */
    onBehalfBy: id(),
    onBehalfVia: oneOf(['mail', 'whatsapp', 'counter', 'other']),
    text: text(),
    createdAt: moment().notNull(),
    verdict: oneOf(['approved', 'rejected']),
    verdictAt: moment(),
    verdictBy: id(),
    reasonCode: oneOf([
      'illegible',
      'incomplete',
      'expired',
      'wrong_document',
      'unsigned',
      'missing_reverse',
      'other',
    ]),
    reasonNote: text(),
    withdrawnAt: moment(),
    /** Its photos changed, and are to be joined into one document. */
    joinDueAt: moment(),
  },
  (t) => [
    index('answers_item').on(t.itemId, t.createdAt),
    index('answers_request').on(t.requestId, t.createdAt),
    index('answers_arrival').on(t.arrivalId),
    index('answers_join')
      .on(t.joinDueAt)
      .where(sql`join_due_at is not null`),
  ],
)

/** The names in an archive, as far as they are kept, and how many there are; or why it was not opened. */
export type ArchiveContents =
  { names: string[]; count: number } | { closed: 'encrypted' | 'unsafe' | 'broken' }

/** A stored file: part of an answer, a document of a matter, or an attachment that waits for its item. */
export const files = table(
  'files',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    matterId: id().references(() => matters.id),
    clientId: id().references(() => clients.id),
    answerId: id().references(() => answers.id),
    inboundId: id().references(() => inboundMessages.id),
    requestId: id().references(() => requests.id),
    arrivalId: id().references(() => arrivals.id),
    /** The item it probably belongs to, while a member has not said. */
    suggestedItemId: id(),
    suggestionScore: decimal(),
    /** A member said what it is, or that it is nothing. */
    settledAt: moment(),
    settledBy: id(),
    /** Safe to show and to save under. */
    name: text().notNull(),
    type: text().notNull(),
    size: int().notNull(),
    sha256: text().notNull(),
    /** Key in the file store. */
    storedAs: text().notNull(),
    /** Why it cannot count as an answer: empty, encrypted, smime … */
    flag: text(),
    /** Why nobody may open it: no scanner looked at it (`down`), or not at all of it (`limits`), or what it found. */
    heldBecause: oneOf(['down', 'limits', 'infected']),
    /** What was found. */
    virus: text(),
    /** When a scanner was last asked; null where there is none. */
    scannedAt: moment(),
    /** A member answers for what was not scanned. */
    releasedAt: moment(),
    releasedBy: id(),
    /** The archive it was packed in, and the folders there. */
    insideOf: id(),
    insidePath: text(),
    /** What an archive holds that stays whole. */
    contents: json<ArchiveContents>(),
    /** Its previews were made, or could not be. */
    preparedAt: moment(),
    createdAt: moment().notNull(),
    purgedAt: moment(),
    purgedBy: id(),
    /** Why, in the member's words. */
    purgedBecause: text(),
  },
  (t) => [
    index('files_answer').on(t.answerId),
    index('files_matter').on(t.matterId),
    index('files_inbound').on(t.inboundId),
    index('files_request').on(t.requestId),
    index('files_arrival').on(t.arrivalId),
    index('files_stored').on(t.storedAs),
    index('files_held')
      .on(t.scannedAt)
      .where(sql`held_because in ('down', 'limits')`),
    index('files_unprepared')
      .on(t.id)
      .where(sql`prepared_at is null and purged_at is null and held_because is null`),
  ],
)

/** The password of a locked file, as its client gave it in the portal. */
export const filePasswords = table('file_passwords', {
  fileId: id()
    .primaryKey()
    .references(() => files.id),
  firmId: id()
    .notNull()
    .references(() => firms.id),
  /** Encrypted, with the ids of firm and file, for which alone it opens. */
  sealed: text().notNull(),
  givenAt: moment().notNull(),
  /** By which way in: `access:` or `address:` with an id. */
  givenBy: text().notNull(),
})

/** What a member answered to a client's message. */
export const messageAnswers = table(
  'message_answers',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    /** Null where the message was about several matters. */
    matterId: id().references(() => matters.id),
    /** Whom it is for, and nobody else. */
    clientId: id()
      .notNull()
      .references(() => clients.id),
    /** The client's mail. */
    inboundId: id()
      .notNull()
      .references(() => inboundMessages.id),
    authorId: id().notNull(),
    text: text().notNull(),
    createdAt: moment().notNull(),
    deletedAt: moment(),
    deletedBy: id(),
  },
  (t) => [
    index('message_answers_inbound').on(t.inboundId, t.createdAt),
    index('message_answers_matter').on(t.matterId, t.clientId, t.createdAt),
  ],
)

/** An address to which one recipient answers about one thing; tells which, never who. */
export const replyAddresses = table(
  'reply_addresses',
  {
    /** 16 characters of lower-case base32. */
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    /** Null for a bundle of several requests. */
    matterId: id().references(() => matters.id),
    subjectKind: oneOf(['news', 'request', 'bundle']).notNull(),
    /** Id of the news or request; of the client for a bundle. */
    subjectId: id().notNull(),
    /** To whom it was given. */
    email: text().notNull(),
    createdAt: moment().notNull(),
    /** Always null: `core/replies/inbound/address-end.ts` says when one ends, by what it is about. */
    expiresAt: moment(),
    /** Whoever it was given to is written to no more. */
    revokedAt: moment(),
  },
  (t) => [uniqueIndex('reply_addresses_recipient').on(t.subjectId, t.clientId, t.email)],
)

/** Reminders of one request to one client: when the next is due. */
export const reminders = table(
  'reminders',
  {
    id: id().primaryKey(),
    firmId: id()
      .notNull()
      .references(() => firms.id),
    requestId: id()
      .notNull()
      .references(() => requests.id),
    clientId: id()
      .notNull()
      .references(() => clients.id),
    /** Null: none is planned. */
    nextAt: moment(),
    sentCount: int().notNull(),
    lastSentAt: moment(),
    previousSentAt: moment(),
    /** First day on which reminders may leave again. */
    snoozedUntil: day(),
    stoppedAt: moment(),
  },
  (t) => [
    uniqueIndex('reminders_request').on(t.requestId, t.clientId),
    index('reminders_next').on(t.nextAt),
    index('reminders_client').on(t.clientId),
  ],
)
