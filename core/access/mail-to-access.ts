import type { AboutAccess } from '../delivery/letter.ts'
import type { MailNotice, MailTelling } from '../notices.ts'
import type { Locale } from '../words/locale.ts'
import type { Access } from './access.ts'

type OfAccess = Extract<MailNotice, { kind: AboutAccess }>

/** One mail about a living access, to its own address in the reader's language; no answer to it is wanted. */
export function mailToAccess(
  access: Pick<Access, 'id' | 'email'>,
  notice: OfAccess,
  reader: { clientId: string; locale: Locale },
): MailTelling {
  return {
    channel: 'mail',
    notice,
    to: { email: access.email.toLowerCase(), ...reader },
    matterId: null,
    subjectId: access.id,
    accessId: access.id,
    replyTo: null,
    thread: null,
  }
}
