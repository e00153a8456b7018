import type { Locale } from './words/locale.ts'

/** What an outbox row is to tell by e-mail: ids only, so that the letter is written from what is true when it leaves. */
export type MailNotice =
  | { kind: 'newsPublished'; newsId: string; edited: boolean }
  | { kind: 'documentsRequested'; requestId: string; edited: boolean }
  | { kind: 'requestCancelled'; requestId: string }
  /** Tells of what came after `after` and, unless null, until `until` (ISO moments). */
  | { kind: 'receipt'; arrivalId: string; after: string | null; until: string | null }
  | { kind: 'answerRejected'; requestId: string; itemId: string; answerId: string }
  | { kind: 'reminder'; requestIds: string[] }
  | { kind: 'accessInvite'; accessId: string }

/** What an outbox row is to tell a member in chat. */
export type ChatNotice =
  | { kind: 'answersArrived'; arrivalId: string }
  | { kind: 'messageArrived'; inboundId: string }
  | { kind: 'mailQuarantined'; inboundId: string }
  | { kind: 'deliveryFailed'; outboxId: string }
  | { kind: 'remindersEnded'; requestId: string; clientId: string }
  | { kind: 'remindersStopped'; clientId: string; inboundId: string | null }
  | { kind: 'digest'; day: string }

/** One e-mail to be written and sent. */
export type MailTelling = {
  channel: 'mail'
  notice: MailNotice
  to: { email: string; clientId: string | null; locale: Locale }
  matterId: string | null
  subjectId: string
  accessId?: string
  /** Where an answer to it goes; null where none is wanted. */
  replyTo: { kind: 'news' | 'request' | 'bundle'; subjectId: string } | null
  /** What it is a conversation about; with the address it makes the thread. */
  thread: string | null
  /** Message-ID of the client's mail it replies to. */
  inReplyTo?: string | null
  /** When it may leave; now, unless said. */
  at?: Date
  /** Tells once for this key, whatever the event; the event's own id, unless said. */
  once?: string
}

/** One chat message to be posted, or brought up to date where it stands. */
export type ChatTelling = {
  channel: 'chat'
  notice: ChatNotice
  to: MemberToTell
  matterId: string | null
  subjectId: string
  once?: string
}

export type Telling = MailTelling | ChatTelling

export type MemberToTell = {
  memberId: string
  locale: Locale
  identities: { platform: 'slack' | 'teams'; tenant: string; userId: string }[]
}
