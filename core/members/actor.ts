import type { Locale } from '../words/locale.ts'

/** A member who acts; every use case looks them up again at the moment of the act. */
export type MemberActor = {
  kind: 'member'
  firmId: string
  memberId: string
  name: string
  role: 'admin' | 'lawyer' | 'assistant'
  locale: Locale
  timeZone: string
}

/** Whoever runs the server, by command line; may do anything within the firm. */
export type SystemActor = { kind: 'system'; firmId: string }

/** A client who acts, by mail or in the portal. */
export type ClientActor = { kind: 'client'; firmId: string; clientId: string }

export type Actor = MemberActor | SystemActor | ClientActor
