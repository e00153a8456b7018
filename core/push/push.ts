import type { Locale } from '../words/locale.ts'

/** Everything a push message needs to be written and sent; made at the moment of sending. */
export type Push = {
  subscriptionId: string
  endpoint: string
  p256dh: string
  auth: string
  /** Names the message: of two with one name, the second takes the first one's place. */
  name: string
  locale: Locale
  urgent: boolean
  /** The page that a touch opens. */
  path: string
  /** Null where nothing may be said but that there is a message: a sensitive matter, a client with safe contact. */
  says: { kind: PushKind; firmName: string; reference: string | null } | null
}

export type PushKind = 'newsPublished' | 'documentsRequested' | 'answerRejected' | 'reminder'
