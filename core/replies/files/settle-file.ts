import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { arrivals, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { AlreadyDecided, FileInfected, ItemClosed, NotFound } from '../../errors.ts'
import { firstTime } from '../../first-time.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { itemFor, requestFor } from '../../requests/request-for.ts'
import { isSettled } from '../../requests/request.ts'
import { settleRequest } from '../../requests/settle-request.ts'
import { answerTo } from '../arrival.ts'
import { tellOfArrival } from '../refresh-arrivals.ts'

export type SettleFile = {
  by: MemberActor
  fileId: string
  /** The item it is for; null when it is for none. */
  itemId: string | null
  interaction?: string
}

/**
 * A file that waited counts as the client's answer to the item, or is known to belong to none.
 * Throws AlreadyDecided when somebody was faster, FileInfected, ItemClosed, NotFound.
 */
export async function settleFile(office: Office, wish: SettleFile): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const [file] = await tx
      .select()
      .from(files)
      .where(and(eq(files.id, wish.fileId), eq(files.firmId, wish.by.firmId), isNull(files.purgedAt)))
    if (!file?.requestId || !file.arrivalId) throw new NotFound()
    const { request } = await requestFor(tx, wish.by, file.requestId)
    if (file.settledAt) throw new AlreadyDecided(await nameOf(tx, file.settledBy), 'settled')
    const settled = { settledAt: office.clock(), settledBy: wish.by.memberId }
    if (wish.itemId === null) await tx.update(files).set(settled).where(eq(files.id, file.id))
    else {
      if (file.heldBecause === 'infected') throw new FileInfected(file.name)
      const { item } = await itemFor(tx, wish.by, wish.itemId)
      if (item.requestId !== request.id) throw new NotFound()
      if (isSettled(item) || request.status === 'cancelled') throw new ItemClosed()
      const [arrival] = await tx.select().from(arrivals).where(eq(arrivals.id, file.arrivalId))
      if (!arrival) throw new NotFound()
      const answerId = await answerTo(office, tx, arrival, item, { inboundId: file.inboundId ?? undefined })
      await tx
        .update(files)
        .set({ ...settled, answerId })
        .where(eq(files.id, file.id))
      await settleRequest(office, tx, wish.by, request)
    }
    await announce(office, tx, {
      kind: 'fileSettled',
      by: wish.by,
      matterId: request.matterId,
      subjectId: file.id,
      facts: { itemId: wish.itemId, requestId: request.id },
      tell: await tellOfArrival(office, tx, request, file.arrivalId),
    })
  })
  office.wake('outbox')
}

async function nameOf(tx: Tx, memberId: string | null): Promise<string> {
  const [member] = await tx
    .select({ name: members.name })
    .from(members)
    .where(eq(members.id, memberId ?? ''))
  return member?.name ?? ''
}
