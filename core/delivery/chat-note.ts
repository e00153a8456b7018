import type { QuarantineReason } from '../replies/authorise.ts'
import type { Locale } from '../words/locale.ts'
import type { ItemInLetter, RejectionReason } from './letter.ts'

/** Everything a chat message to a member needs to be written; made at the moment of posting. */
export type ChatNote = ChatNoteFrame & ChatNoteContent

export type ChatNoteFrame = {
  outboxId: string
  platform: 'slack' | 'teams'
  tenant: string
  /** Slack or Teams user id. */
  userId: string
  locale: Locale
  timeZone: string
  /** The member's day, `YYYY-MM-DD`: days of other years are told with the year. */
  today: string
  memberId: string
  firmId: string
  /** One standing message per subject and recipient: posted first, brought up to date afterwards. */
  subjectId: string
  /** The standing message, when there is one. */
  stands: { conversation: string; messageId: string } | null
  /** An earlier attempt ended without an answer: look before posting again. */
  retry: boolean
  /** Public address of the portal, without a slash at the end. */
  baseUrl: string
}

export type MatterInNote = { id: string; title: string; reference: string; hidden: boolean; closed: boolean }

export type FileInNote = {
  id: string
  name: string
  size: number
  type: string
  flag: string | null
  url: string
}

export type ChatNoteContent =
  | {
      kind: 'answersArrived'
      matter: MatterInNote
      client: string
      from: string | null
      via: 'mail' | 'portal' | 'member'
      request: {
        id: string
        title: string
        dueOn: string | null
        counts: { total: number; received: number; settled: number }
      }
      /** The items something came for in this story, as they stand now. */
      items: (ItemInLetter & {
        id: string
        /** The newest answer; what a verdict is about. */
        answerId: string
        files: FileInNote[]
        text: string | null
        decidedBy: string | null
      })[]
      /** Files no item could be told for, with a suggestion where there is one. */
      unsure: (FileInNote & { suggestion: { itemId: string; title: string } | null })[]
      /** What an unsure file may be said to be. */
      openItems: { id: string; title: string }[]
      /** Files settled by hand as belonging to no item. */
      setAside: FileInNote[]
      /** What the client wrote, shortened. */
      wrote: string | null
    }
  | {
      /** A reply without anything to review: a plain message, or one to a piece of news. */
      kind: 'messageArrived'
      matter: MatterInNote | null
      client: string
      from: string | null
      wrote: string
      files: FileInNote[]
      about: 'news' | 'request'
    }
  | {
      kind: 'mailQuarantined'
      inboundId: string
      matter: MatterInNote | null
      client: string | null
      request: { id: string; title: string } | null
      from: string
      fromName: string | null
      mailSubject: string
      reason: QuarantineReason
      wrote: string | null
      files: FileInNote[]
      decision: 'accepted' | 'accepted_and_added' | 'discarded' | null
      decidedBy: string | null
      /** Whether accepting is possible: it was matched to a matter. */
      acceptable: boolean
    }
  | {
      kind: 'deliveryFailed'
      matter: MatterInNote | null
      client: string | null
      email: string
      reason: string
      /** The address refused for good and gets nothing more. */
      dead: boolean
    }
  | {
      kind: 'remindersEnded'
      matter: MatterInNote
      client: string
      request: { id: string; title: string; missing: number }
    }
  | {
      kind: 'remindersStopped'
      clientId: string
      client: string
      /** The one additional address it holds for; null: the client, at every address. */
      additional: { id: string; email: string } | null
      wrote: string | null
      /** They are sent again: who said so, null being the client. */
      resumed: { by: string | null } | null
    }
  | {
      kind: 'correctionAsked'
      correctionId: string
      client: string
      wrote: string
      /** It was done, and by whom. */
      settled: { by: string | null } | null
    }
  | { kind: 'digest'; day: string; pending: PendingWork }

/** What waits, for one member. */
export type PendingWork = {
  toReview: {
    requestId: string
    matter: MatterInNote
    client: string
    title: string
    items: number
    since: Date
  }[]
  overdue: PendingRequest[]
  dueSoon: PendingRequest[]
  waiting: PendingRequest[]
  quarantined: { inboundId: string; from: string; at: Date }[]
  failed: { outboxId: string; email: string; at: Date }[]
}

export type PendingRequest = {
  requestId: string
  matter: MatterInNote
  client: string
  title: string
  dueOn: string | null
  missing: number
  total: number
}

export type { RejectionReason }
