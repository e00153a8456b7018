import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requestConfirmations, requests } from '#db/schema/communication.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import type { Office } from '../office.ts'

type Confirmation = Pick<typeof requestConfirmations.$inferSelect, 'requestId' | 'clientId' | 'via' | 'email'>

/**
 * The client has read the urgent request, as they say or show by answering it, once; the message that asked to phone them says so.
 * Nothing happens where there is nothing to confirm.
 */
export async function keepRequestConfirmation(office: Office, tx: Tx, wish: Confirmation): Promise<void> {
  const [request] = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.id, wish.requestId), isNull(requests.deletedAt)))
  if (!request?.urgentAt) return
  const { firmId, matterId } = request
  const kept = await tx
    .insert(requestConfirmations)
    .values({ ...wish, firmId, at: office.clock() })
    .onConflictDoNothing()
    .returning({ requestId: requestConfirmations.requestId })
  if (kept.length === 0) return
  await announce(office, tx, {
    kind: 'requestConfirmed',
    by: { kind: 'client', firmId, clientId: wish.clientId },
    matterId,
    clientId: wish.clientId,
    subjectId: request.id,
    facts: { via: wish.via },
    tell: await toldAgain(tx, firmId, request.id, 'requestUnconfirmed'),
  })
}
