import type { EventOfMatter } from '../matters/channels/tell-in-channel.ts'
import type { WhyNotThere } from '../matters/channels/matter-channel.ts'
import type { Road } from '../replies/arrival.ts'
import type { MailboxTrouble } from '../mailboxes/note-mailbox-trouble.ts'
import type { QuarantineReason } from '../replies/inbound/authorise.ts'
import type { ArchiveContents } from '#db/schema/replies.ts'
import type { Locale } from '../words/locale.ts'
import type { ItemInLetter, RejectionReason } from './letter.ts'

/** Everything a chat message to a member needs to be written; made at the moment of posting. */
export type ChatNote = ChatNoteFrame & ChatNoteContent

export type ChatNoteFrame = {
  outboxId: string
  platform: 'slack' | 'teams'
  tenant: string
  /** Slack or Teams user id; of a channel, its own. */
  userId: string
  /** Who reads it: the member alone, or everybody in a channel that belongs to the matter. */
  place: 'direct' | 'channel'
  locale: Locale
  timeZone: string
  /** The member's day, `YYYY-MM-DD`: days of other years are told with the year. */
  today: string
  /** Null in a channel. */
  memberId: string | null
  firmId: string
  /** One standing message per subject and recipient: posted first, brought up to date afterwards. */
  subjectId: string
  /** The standing message, when there is one. */
  stands: { conversation: string; messageId: string } | null
  /** The message whose thread it goes to; null: it stands by itself. */
  thread: string | null
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
  /** Why it answers nothing by itself; `unlocked` where its client gave the password it needs. */
  flag: string | null
  /** Why nobody may open it for now, or ever. */
  held: 'down' | 'limits' | 'infected' | null
  /** Empty while it is held. */
  url: string
  /** To look at what browsers do not show by themselves; null where the file itself does. */
  viewUrl: string | null
  /** What an archive holds that stays whole, as far as it was listed. */
  contents: ArchiveContents | null
}

/** A mail as it came: a link that opens it with the member's rights. */
export type OriginalInNote = { url: string; at: Date }

/** A file that came and is not there any more, because a member moved or purged it. */
export type GoneFile = {
  became: 'moved' | 'purged'
  name: string
  by: string
  /** The item it counts for now, empty for a matter's documents; or why it was purged. */
  why: string
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
        /** Cancelled or deleted: nobody decides about it any more. */
        isOver: boolean
      }
      /** The items something came for in this story, as they stand now. */
      items: (ItemInLetter & {
        id: string
        /** The newest answer; what a verdict is about. */
        answerId: string
        files: FileInNote[]
        /** Their photos as one PDF. */
        joined: { url: string; photos: number; size: number } | null
        text: string | null
        decidedBy: string | null
        /** A member entered it for the client, to whom it had come by that road. */
        onBehalf: { by: string; road: Road } | null
      })[]
      /** Files no item could be told for, with a suggestion where there is one. */
      unsure: (FileInNote & { suggestion: { itemId: string; title: string } | null })[]
      /** What an unsure file may be said to be. */
      openItems: { id: string; title: string }[]
      /** Files settled by hand as belonging to no item. */
      setAside: FileInNote[]
      gone: GoneFile[]
      /** What the client wrote, shortened. */
      wrote: string | null
      /** The mails it came in, oldest first. */
      originals: OriginalInNote[]
    }
  | {
      /** A reply without anything to review: a plain message, or one to a piece of news. */
      kind: 'messageArrived'
      inboundId: string
      matter: MatterInNote | null
      client: string
      from: string | null
      wrote: string
      /** Opens the whole mail with the member's rights; null once it is gone. */
      originalUrl: string | null
      files: FileInNote[]
      gone: GoneFile[]
      about: 'news' | 'request'
      /** What its words were understood to say, besides. */
      said: {
        /** `YYYY-MM-DD` */
        promised: string | null
        /** `item` null where it could not be told which. */
        lacking: { item: { id: string; title: string; isWanted: boolean } | null } | null
      }
      /** What members answered, oldest first. */
      answers: { by: string; text: string; at: Date }[]
      /** Nobody can be answered where the client has left. */
      answerable: boolean
    }
  | {
      /** The client gave the password of a locked file, which is never said in chat. */
      kind: 'passwordGiven'
      matter: MatterInNote
      client: string
      file: { id: string; name: string; url: string }
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
      /** Opens the whole mail with the member's rights; null once it is gone. */
      originalUrl: string | null
      files: FileInNote[]
      decision: 'accepted' | 'accepted_and_added' | 'discarded' | null
      decidedBy: string | null
      /** Whether accepting is possible: it was matched to a matter. */
      acceptable: boolean
      /** It was matched to nothing, and a member may say which request it answers. */
      placeable: boolean
      /** Which one it seems to be, where the member sees that. */
      suggestion: { title: string; reference: string } | null
      /** A member sent it on; whom it says it is from, where it does. */
      forwarded: { from: string | null } | null
    }
  | {
      kind: 'deliveryFailed'
      matter: MatterInNote | null
      clientId: string | null
      client: string | null
      email: string
      reason: string
      /** The address refused for good and gets nothing more. */
      dead: boolean
      /** So says a report that anybody may have written; the mail counts as delivered. */
      doubtful: boolean
    }
  | {
      kind: 'remindersEnded'
      matter: MatterInNote
      client: string
      request: { id: string; title: string; missing: number; isLive: boolean }
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
  | {
      kind: 'linkAsked'
      requestId: string
      /** Whom they say they are. */
      member: string
      chatName: string
      chatUser: { tenant: string; userId: string }
      decision: 'accepted' | 'refused' | null
      decidedBy: string | null
    }
  | { kind: 'memberLinked'; member: string; firm: string; by: string | null }
  | {
      /** A workspace was connected, or is not any more. */
      kind: 'chatTurned'
      connected: boolean
      /** As the platform knows it. */
      workspace: string
      at: Date
      /** The chat user who let the app in, where one did. */
      by: string | null
      /** The firm put the app out, or its token was found void. */
      removed: boolean
      /** It has been connected again since it was not. */
      again: boolean
    }
  | { kind: 'mattersTaken'; from: string; matters: MatterInNote[]; count: number }
  | NoteInChannel
  | {
      kind: 'mailboxTrouble'
      /** `user@host`, without a password. */
      mailbox: string
      /** Null: it is over. */
      trouble: MailboxTrouble | null
    }
  | { kind: 'channelHeld'; matter: MatterInNote; channel: string; because: WhyNotThere }
  | {
      /** What was approved for an item expires before long. */
      kind: 'itemExpiring'
      itemId: string
      matter: MatterInNote
      client: string
      item: string
      /** `YYYY-MM-DD` */
      expiresOn: string
      /** It was asked for again. */
      renewed: boolean
    }
  | {
      /** Urgent news that somebody has not confirmed by its hour: they are to be phoned. */
      kind: 'newsUnconfirmed'
      newsId: string
      matter: MatterInNote
      clients: { name: string; phones: string[]; confirmedAt: Date | null }[]
    }
  | {
      /** An urgent request that somebody has neither confirmed nor answered by its hour: they are to be phoned. */
      kind: 'requestUnconfirmed'
      requestId: string
      title: string
      matter: MatterInNote
      clients: { name: string; phones: string[]; confirmedAt: Date | null }[]
    }
  | { kind: 'digest'; day: string; pending: PendingWork }

/** What everybody in a matter's channel may read of an event: its reference and counts, and who of the firm did what. */
export type NoteInChannel = {
  kind: 'inChannel'
  about: EventOfMatter
  matter: Pick<MatterInNote, 'id' | 'reference'>
  request: { id: string; counts: { total: number; received: number }; isLive: boolean } | null
  /** Of an arrival: what waits for a verdict, and the verdicts there are. */
  toReview: number
  decided: { approved: number; rejected: number; by: string[] }
  /** Of a mail that waits for a decision, while it does. */
  inboundId: string | null
}

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
