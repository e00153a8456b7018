import type { Locale } from './words/locale.ts'

/** What an outbox row is to tell by e-mail: ids only, so that the letter is written from what is true when it leaves. */
export type MailNotice =
  | { kind: 'newsPublished'; newsId: string; edited: boolean }
  | { kind: 'documentsRequested'; requestId: string; edited: boolean }
  | { kind: 'requestCancelled'; requestId: string }
  /** What was sent before in the same thread was sent by mistake and has been taken back. */
  | { kind: 'disregard'; subjectId: string }
  /** News of a hearing that lies ahead was deleted: it comes out of the calendar of whom it had been sent to. */
  | { kind: 'hearingOff'; newsId: string }
  /** Tells of what came after `after` and, unless null, until `until` (ISO moments). */
  | { kind: 'receipt'; arrivalId: string; after: string | null; until: string | null }
  | { kind: 'messageAnswered'; answerId: string }
  /**
   * Tells the client's own address that a mail waits until somebody knows who sent it; `asksNothing`: what it answers is no
   * request, so that there is no page to hand in on.
   */
  | { kind: 'mailWaiting'; inboundId: string; asksNothing?: true }
  | { kind: 'answerRejected'; requestId: string; itemId: string; answerId: string }
  | { kind: 'reminder'; requestIds: string[] }
  | { kind: 'accessInvite'; accessId: string }
  /** Confirms to who asked by mail; `additionalId` null: for the client at every address. */
  | { kind: 'remindersStopped'; additionalId: string | null }
  /** The way in again for who asked for it: a link to set a password, or the personal link. */
  | { kind: 'accessAgain'; accessId: string }
  /** The password of an account was set, or, `changed`, another was set in its place. */
  | { kind: 'passwordSet'; accessId: string; changed: boolean }
  | { kind: 'stepUpCode'; codeId: string }
  /** To a member, for who wants by e-mail what chat tells as well. */
  | { kind: 'digest'; day: string }

/** What is told on a client's phone as well: that there is something, never what. */
export type PushNotice = Extract<
  MailNotice,
  { kind: 'newsPublished' | 'documentsRequested' | 'answerRejected' | 'reminder' }
>

/** What an outbox row is to tell a member in chat. */
export type ChatNotice =
  | { kind: 'answersArrived'; arrivalId: string }
  | { kind: 'messageArrived'; inboundId: string }
  /** A client gave the password of a locked file. */
  | { kind: 'passwordGiven'; fileId: string }
  | { kind: 'mailQuarantined'; inboundId: string }
  /** `doubtful`: so says a report that anybody may have written. */
  | { kind: 'deliveryFailed'; outboxId: string; doubtful?: true }
  | { kind: 'remindersEnded'; requestId: string; clientId: string }
  /** `additionalId` null: for the client at every address, else for that one alone. */
  | { kind: 'remindersStopped'; clientId: string; additionalId: string | null; inboundId: string | null }
  | { kind: 'correctionAsked'; correctionId: string }
  /** Somebody in chat says that they are a member; and, to that member, that it was so. */
  | { kind: 'linkAsked' | 'memberLinked'; requestId: string }
  /** A workspace of the firm's was connected, or is not any more: for whom, since when (ISO), and why in the platform's word. */
  | {
      kind: 'chatTurned'
      connected: boolean
      platform: 'slack' | 'teams'
      tenant: string
      at: string
      by: string | null
      because: string | null
    }
  /** Of the matters taken over at most twenty are named, and none that is somebody else's again. */
  | { kind: 'mattersTaken'; fromId: string; matterIds: string[]; count: number }
  /** What was approved for an item expires before long. */
  | { kind: 'itemExpiring'; itemId: string }
  /** Somebody has not confirmed urgent news by its hour. */
  | { kind: 'newsUnconfirmed'; newsId: string }
  /** Somebody has neither confirmed nor answered an urgent request by its hour. */
  | { kind: 'requestUnconfirmed'; requestId: string }
  /** Nothing is posted in the matter's channel any more. */
  | { kind: 'channelHeld'; linkId: string }
  /** A mailbox has not been read as it should be since that moment (ISO). */
  | { kind: 'mailboxTrouble'; mailbox: string; since: string }
  | { kind: 'digest'; day: string }

/** One e-mail to be written and sent. */
export type MailTelling = {
  channel: 'mail'
  notice: MailNotice
  to: { email: string; clientId: string | null; locale: Locale }
  matterId: string | null
  subjectId: string
  accessId?: string
  /** It is told to a member. */
  memberId?: string
  /** Where an answer to it goes; null where none is wanted. */
  replyTo: { kind: 'news' | 'request' | 'bundle'; subjectId: string } | null
  /**
   * What it is about: letters about one thing leave one after the other to each address. The conversation is the matter's, or this
   * one's where it has none.
   */
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
  /** Without a member: a channel, which stands among the identities as if it were somebody. */
  to: Omit<MemberToTell, 'memberId'> & { memberId: string | null }
  matterId: string | null
  subjectId: string
  /** The request that its thread is about; none, unless said. */
  thread?: string | null
  /** To the member themselves, though the matter may have a channel. */
  direct?: boolean
  once?: string
}

/** To be told on every phone of whoever stands for one of these clients, sees the matter and allowed it. */
export type PushTelling = {
  channel: 'push'
  notice: PushNotice
  clientIds: string[]
  /** Accesses of these addresses are left alone. */
  except?: string[]
  /** Null where it is about several. */
  matterId: string | null
  subjectId: string
  /** When it may leave; now, unless said. */
  at?: Date
}

export type Telling = MailTelling | ChatTelling | PushTelling

export type MemberToTell = {
  memberId: string
  locale: Locale
  identities: { platform: 'slack' | 'teams'; tenant: string; userId: string }[]
}
