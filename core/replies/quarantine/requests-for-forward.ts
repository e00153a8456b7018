import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { audiences, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import type { MatterInNote } from '../../delivery/chat-note.ts'
import { NotFound } from '../../errors.ts'
import { inSightOf } from '../../matters/find-matters.ts'
import { matterInNote } from '../../matters/who-is-told.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'

export type ForwardPlace = {
  requestId: string
  clientId: string
  client: string
  title: string
  matter: MatterInNote
  /** The client has the address that the mail says it is from. */
  suggested: boolean
}

const most = 100

/** Open requests that a mail a member sent on may answer, those of the client it names first, the newest first. Throws NotFound. */
export async function requestsForForward(
  office: Office,
  wish: { by: MemberActor; inboundId: string },
): Promise<ForwardPlace[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const [mail] = await tx
    .select({ from: inboundMessages.forwardedFrom, why: inboundMessages.quarantineReason })
    .from(inboundMessages)
    .where(and(eq(inboundMessages.id, wish.inboundId), eq(inboundMessages.firmId, by.firmId)))
  if (mail?.why !== 'from_member') throw new NotFound()
  const rows = await tx
    .select({ request: requests, matter: matters, client: clients })
    .from(requests)
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .innerJoin(audiences, eq(audiences.subjectId, requests.id))
    .innerJoin(clients, eq(clients.id, audiences.clientId))
    .where(
      and(
        eq(requests.firmId, by.firmId),
        inArray(requests.status, ['open', 'partial']),
        isNull(requests.deletedAt),
        isNull(matters.closedAt),
        isNull(clients.leftAt),
        inSightOf(by),
      ),
    )
    .orderBy(desc(requests.createdAt))
    .limit(1000)
  const writers = mail.from
    ? await tx
        .select({ clientId: additionalEmails.clientId })
        .from(additionalEmails)
        .where(and(eq(additionalEmails.firmId, by.firmId), eq(additionalEmails.email, mail.from)))
    : []
  const places = rows.map(({ request, matter, client }) => ({
    requestId: request.id,
    clientId: client.id,
    client: client.name,
    title: request.title,
    matter: matterInNote(matter),
    suggested:
      mail.from !== null &&
      (client.email === mail.from || writers.some(({ clientId }) => clientId === client.id)),
  }))
  return [...places.filter((one) => one.suggested), ...places.filter((one) => !one.suggested)].slice(0, most)
}
