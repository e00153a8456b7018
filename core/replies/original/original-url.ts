import { memberPass } from '../../files/member-pass.ts'
import type { Office } from '../../office.ts'
import type { Inbound } from '../receive-reply.ts'

/**
 * The address at which one member reads a mail as it came, from chat, without logging in; null once it is gone. The member's
 * rights are looked up again when it is opened.
 */
export function originalUrl(
  office: Office,
  { id, rawSize }: Pick<Inbound, 'id' | 'rawSize'>,
  memberId: string,
): string | null {
  if (rawSize === 0) return null
  return `${office.config.web.baseUrl}/mails/${id}?pass=${memberPass(office, 'mail-pass', id, memberId)}`
}
