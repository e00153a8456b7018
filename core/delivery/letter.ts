import type { RichText } from '#db/rich-text.ts'
import type { HearingFile } from '../news/hearing-file.ts'
import type { PendingWork } from './chat-note.ts'
import type { Locale } from '../words/locale.ts'
import type { FirmShown } from '../firms/firm-shown.ts'

/** Everything an e-mail to a client needs to be written; made at the moment of sending. */
export type Letter = LetterFrame & LetterContent

export type LetterFrame = {
  outboxId: string
  /** With angle brackets; fixed since the row was made. */
  messageId: string
  locale: Locale
  timeZone: string
  /** The day it is for the reader, `YYYY-MM-DD`. */
  today: string
  /** Of a letter to a member how clients are addressed is not said. */
  firm: Omit<FirmShown, 'formOfAddress'> & Partial<FirmShown>
  to: { email: string; name: string }
  client: { name: string; salutation: string | null }
  /** Alias or neutral reference of the matter; null where the letter is about no single matter. */
  reference: string | null
  /** Null for the first letter of a thread; its `subject` where the letter has one of its own. */
  thread: { subject: string | null; inReplyTo: string; references: string[] } | null
  replyAddressId: string | null
  /** Where files can be handed in without e-mail; null where nothing is asked. */
  uploadUrl: string | null
  /** Where its reader confirms urgent news; null where nothing is to be confirmed. */
  confirmUrl: string | null
  /** The hearing it tells of, or that it is off, for the reader's own calendar. */
  calendar: HearingFile | null
  /** Page to stop reminders or have them again; null in letters that are not about them. */
  remindersUrl: string | null
  /** None come to this address any more, as was asked there or by the client. */
  remindersStopped: boolean
  /** A matter it tells of is sensitive, or the client has safe contact: the letter says nothing of the case and links to the portal or upload page. */
  discreet: boolean
  /** The client has safe contact: nothing in the letter or on its cover tells who sent it. */
  neutral: boolean
}

export type LetterContent =
  | { kind: 'newsPublished'; body: RichText; hearing: Hearing | null; edited: boolean; urgent: boolean }
  | { kind: 'documentsRequested'; request: RequestInLetter; edited: boolean; urgent: boolean }
  | { kind: 'requestCancelled'; request: RequestInLetter }
  /** The letter before it in the thread was sent by mistake. */
  | { kind: 'disregard' }
  /** The news of a hearing that its reader was told of is withdrawn. */
  | { kind: 'hearingOff' }
  | {
      kind: 'receipt'
      request: RequestInLetter
      /** What came this time, by item. */
      arrived: { title: string; files: string[] }[]
      /** Received, and a member will say to which item it belongs. */
      unsure: string[]
      /** Came, but cannot be used, and why. */
      notUsable: { name: string; flag: string }[]
    }
  | {
      kind: 'answerRejected'
      request: RequestInLetter
      item: string
      /** Where the item stands in `request.items`; titles may repeat. */
      itemIndex: number
      reason: RejectionReason
    }
  /** A member's answer to what the client wrote, which is quoted as far as it goes. */
  | { kind: 'messageAnswered'; text: string; author: string; wrote: string }
  /** An answer to one of ours waits: nothing proves that the client sent it, or it was `tooLarge` to be taken in. */
  | { kind: 'mailWaiting'; tooLarge: boolean }
  | { kind: 'reminder'; requests: (RequestInLetter & { reference: string })[] }
  /** Confirms that no reminders come any more; `here`: to this address alone. */
  | { kind: 'remindersStopped'; here: boolean }
  | { kind: 'accessInvite'; access: 'account' | 'link'; url: string; expiresAt: Date | null }
  | { kind: 'accessAgain'; access: 'account' | 'link'; url: string; expiresAt: Date | null }
  /** Tells the holder of an account of its password, lest somebody else set it; `changed`: there was one before. */
  | { kind: 'passwordSet'; changed: boolean }
  /** Six digits, and until when they count. */
  | { kind: 'stepUpCode'; digits: string; expiresAt: Date }
  /** To a member: what waits on the morning of a day; mails to decide on and mails that did not arrive are counted. */
  | {
      kind: 'digest'
      day: string
      groups: DigestGroup[]
      quarantined: number
      failed: number
      /** Where it can be dealt with; null for a member who is in no chat. */
      chatUrl: string | null
    }

/** What waits in the matters of one member; `member` null: nobody answers for them. */
export type DigestGroup = { member: string | null; isReader: boolean } & Pick<
  PendingWork,
  'toReview' | 'overdue' | 'dueSoon' | 'waiting'
>

/** Letters about a way into the portal: about no case, and to the access's own address whatever the client's are. */
export function isAboutAccess<T extends { kind: string }>(one: T): one is Extract<T, { kind: AboutAccess }> {
  return aboutAccess.some((kind) => kind === one.kind)
}

export type AboutAccess = (typeof aboutAccess)[number]

const aboutAccess = ['accessInvite', 'accessAgain', 'passwordSet', 'stepUpCode'] as const

export type RequestInLetter = {
  title: string
  details: string
  /** `YYYY-MM-DD`. */
  dueOn: string | null
  overdue: boolean
  items: ItemInLetter[]
  /** Items in all, those received or settled, and those settled (approved or waived). */
  counts: { total: number; received: number; settled: number }
}

export type ItemInLetter = {
  title: string
  kind: 'file' | 'text' | 'paper' | 'sign'
  /** The document must have been issued within so many days; null: whenever. */
  issuedWithinDays: number | null
  status: 'pending' | 'received' | 'approved' | 'rejected' | 'waived'
  reason: RejectionReason | null
}

export type RejectionReason = { code: ReasonCode; note: string | null }

export type ReasonCode =
  'illegible' | 'incomplete' | 'expired' | 'wrong_document' | 'unsigned' | 'missing_reverse' | 'other'

export type Hearing = { at: string; place: string; bring: string | null }
