import { and, eq, isNull } from 'drizzle-orm'
import { paperCustody } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { NotFound } from '../../errors.ts'
import { requireText } from '../../field.ts'
import { firstTime } from '../../first-time.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { itemFor } from '../request-for.ts'

export type ReturnPaper = { by: MemberActor; itemId: string; returnedTo: string; interaction?: string }

/** The original went back to whom it says. Throws NotFound where none is held, TextMissing, TextTooLong. */
export async function returnPaper(office: Office, wish: ReturnPaper): Promise<void> {
  const returnedTo = requireText('returned', wish.returnedTo, 200)
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    const { item, request } = await itemFor(tx, by, wish.itemId)
    const [held] = await tx
      .update(paperCustody)
      .set({ returnedAt: office.clock(), returnedBy: by.memberId, returnedTo })
      .where(and(eq(paperCustody.itemId, item.id), isNull(paperCustody.returnedAt)))
      .returning({ clientId: paperCustody.clientId })
    if (!held) throw new NotFound()
    await announce(office, tx, {
      kind: 'paperReturned',
      by,
      matterId: request.matterId,
      clientId: held.clientId,
      subjectId: item.id,
      facts: { requestId: request.id, returnedTo },
    })
  })
}
