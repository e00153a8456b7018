import { eq } from 'drizzle-orm'
import { requestTemplates } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { firstTime } from '../../first-time.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { mayWriteTemplates, templateOf } from './template.ts'

/** Nobody is offered the template any more; requests that were made from it stay. Throws NotAllowed, NotFound. */
export async function removeTemplate(
  office: Office,
  wish: { by: MemberActor; templateId: string; interaction?: string },
): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await mayWriteTemplates(tx, wish.by)
    const { id } = await templateOf(tx, by, wish.templateId)
    await tx
      .update(requestTemplates)
      .set({ removedAt: office.clock(), removedBy: by.memberId })
      .where(eq(requestTemplates.id, id))
    await announce(office, tx, { kind: 'templateRemoved', by, subjectId: id })
  })
}
