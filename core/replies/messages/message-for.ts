import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { requireInReach } from '../../clients/clients-in-reach.ts'
import { recipientsOf } from '../../clients/recipients.ts'
import { NotFound } from '../../errors.ts'
import { firmOf } from '../../firms/firm.ts'
import { matterFor, type Matter } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import type { Locale } from '../../words/locale.ts'
import { originalInSight } from '../original/original-url.ts'
import type { Inbound } from '../receive-reply.ts'

export type Message = {
  inbound: Inbound
  /** Null where it was about several. */
  matter: Matter | null
  client: { id: string; name: string; locale: Locale; emails: string[] }
}

/**
 * A client's message that this member may answer, and the addresses at which its writer is told of the matter. Throws
 * NotFound, also for mail in quarantine and for a client who has left.
 */
export async function messageFor(tx: Query, acting: MemberActor, inboundId: string): Promise<Message> {
  const by = await memberActing(tx, acting)
  const [found] = await tx
    .select({ inbound: inboundMessages, client: clients })
    .from(inboundMessages)
    .innerJoin(clients, eq(clients.id, inboundMessages.clientId))
    .where(
      and(
        eq(inboundMessages.id, inboundId),
        eq(inboundMessages.firmId, by.firmId),
        inArray(inboundMessages.state, ['answered', 'filed']),
        isNull(clients.leftAt),
      ),
    )
  if (!found) throw new NotFound()
  const { inbound, client } = found
  const locale = client.locale ?? (await firmOf(tx, by.firmId)).locale
  const { id, name } = client
  if (inbound.matterId) {
    const matter = await matterFor(tx, by, inbound.matterId)
    const told = (await recipientsOf(tx, matter.id)).find((one) => one.clientId === id)
    return { inbound, matter, client: { id, name, locale, emails: told?.emails ?? [] } }
  }
  await requireInReach(tx, by, id)
  const further = client.safeContact
    ? []
    : await tx
        .select({ email: additionalEmails.email })
        .from(additionalEmails)
        .where(and(eq(additionalEmails.clientId, id), eq(additionalEmails.email, inbound.fromAddress ?? '')))
  const emails = [...new Set([client.email, ...further.map((one) => one.email)])]
  return { inbound, matter: null, client: { id, name, locale, emails } }
}

/** Whom an answer to the message will be told. Throws NotFound. */
export async function messageToAnswer(
  office: Office,
  wish: { by: MemberActor; inboundId: string },
): Promise<{ client: string; mails: number; wrote: string; originalUrl: string | null; sensitive: boolean }> {
  const tx = office.db.read
  const { inbound, matter, client } = await messageFor(tx, wish.by, wish.inboundId)
  return {
    client: client.name,
    mails: client.emails.length,
    wrote: inbound.writtenText ?? '',
    originalUrl: await originalInSight(office, tx, wish.by, inbound),
    sensitive: matter !== null && matter.sensitiveAt !== null,
  }
}
