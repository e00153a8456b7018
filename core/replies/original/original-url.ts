import type { Query } from '#db/database.ts'
import { seesAllMattersOf } from '../../clients/clients-in-reach.ts'
import { memberPass } from '../../files/member-pass.ts'
import type { MemberActor } from '../../members/actor.ts'
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

/** Where the member reads a mail as it came; null where it is gone, or may speak of matters that they do not see. */
export async function originalInSight(
  office: Office,
  tx: Query,
  by: MemberActor,
  mail: Pick<Inbound, 'id' | 'rawSize' | 'matterId' | 'clientId'>,
): Promise<string | null> {
  const { matterId, clientId } = mail
  if (matterId === null && clientId !== null && !(await seesAllMattersOf(tx, by, clientId))) return null
  return originalUrl(office, mail, by.memberId)
}
