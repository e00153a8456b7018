import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requestItems } from '#db/schema/communication.ts'
import { answers } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import { AlreadyDecided, NotFound } from '../errors.ts'
import { firmOf } from '../firms/firm.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import { requestIn } from './request-documents.ts'
import { itemFor } from './request-for.ts'

export type RenewItem = { by: MemberActor; itemId: string; interaction?: string }

/**
 * What is about to expire is asked for again, of the client who handed it in, by the day it expires. Throws NotFound,
 * AlreadyDecided where it was asked for already, and what a request is refused for: MatterClosed, MatterHidden, NobodyToTell.
 */
export async function renewItem(office: Office, wish: RenewItem): Promise<{ requestId: string | null }> {
  const done = await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return { requestId: null }
    const by = await memberActing(tx, wish.by)
    const { item, request } = await itemFor(tx, by, wish.itemId)
    const clientId = await handedInBy(tx, item.id)
    if (item.expiresOn === null || clientId === null) throw new NotFound()
    if (item.renewedBy) throw new AlreadyDecided('', 'renewed')
    const { timeZone } = await firmOf(tx, request.firmId)
    const today = dayOf(office.clock(), timeZone)
    const { title, kind, issuedWithinDays } = item
    const { requestId } = await requestIn(office, tx, {
      by,
      matterId: request.matterId,
      title: request.title,
      details: '',
      items: [{ title, kind, issuedWithinDays }],
      dueOn: item.expiresOn < today ? null : item.expiresOn,
      audience: [clientId],
    })
    await tx.update(requestItems).set({ renewedBy: requestId }).where(eq(requestItems.id, item.id))
    await announce(office, tx, {
      kind: 'itemRenewed',
      by,
      matterId: request.matterId,
      clientId,
      subjectId: item.id,
      facts: { requestId },
      tell: await toldAgain(tx, request.firmId, item.id, 'itemExpiring'),
    })
    return { requestId }
  })
  office.wake('outbox')
  return done
}

async function handedInBy(tx: Tx, itemId: string): Promise<string | null> {
  const [newest] = await tx
    .select({ clientId: answers.clientId })
    .from(answers)
    .where(and(eq(answers.itemId, itemId), isNull(answers.withdrawnAt)))
    .orderBy(desc(answers.createdAt), desc(answers.id))
    .limit(1)
  return newest?.clientId ?? null
}
