import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { audiences, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { clientsAt } from '../../clients/clients-at.ts'
import { NotFound } from '../../errors.ts'
import { inSightOf } from '../../matters/find-matters.ts'
import { matterInNote } from '../../matters/who-is-told.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import type { QuarantineReason } from '../inbound/authorise.ts'
import type { Inbound } from '../receive-reply.ts'
import { placesOfClient, suggestedFirst, type MailPlace } from './places-of-client.ts'
import { isOfClient, isPlaceable } from './unmatched.ts'
import { waitingMail } from './waiting-mail.ts'

const most = 100

/**
 * Why a mail waits that was matched to nothing, and the open requests it may answer, those suggested first, then the newest: of its
 * writer or, where a member sent it on, of anybody. Throws what `waitingMail` does.
 */
export async function placesForMail(
  office: Office,
  wish: { by: MemberActor; inboundId: string },
): Promise<{ reason: QuarantineReason; places: MailPlace[] }> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const mail = await waitingMail(tx, by, wish.inboundId)
  if (!mail.quarantineReason || !isPlaceable(mail)) throw new NotFound()
  const places = isOfClient(mail) ? await placesOfClient(tx, by, mail) : await placesOfForward(tx, by, mail)
  return { reason: mail.quarantineReason, places: places.slice(0, most) }
}

async function placesOfForward(
  tx: Query,
  by: MemberActor,
  { forwardedFrom: from }: Pick<Inbound, 'forwardedFrom'>,
): Promise<MailPlace[]> {
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
  const writing = from === null ? [] : await clientsAt(tx, by, from)
  const places = rows.map(({ request, matter, client }) => ({
    requestId: request.id,
    clientId: client.id,
    client: client.name,
    title: request.title,
    matter: matterInNote(matter),
    suggested: writing.some(({ id }) => id === client.id),
  }))
  return suggestedFirst(places)
}
