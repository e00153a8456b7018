import { eq } from 'drizzle-orm'
import { requestTemplates } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { firstTime } from '../../first-time.ts'
import { newId } from '../../ids.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { checkTemplate, mayWriteTemplates, templateOf, type TemplateWish } from './template.ts'

export type SaveTemplate = TemplateWish & {
  by: MemberActor
  /** Null: a new one. */
  templateId: string | null
  interaction?: string
}

/**
 * Everybody in the firm may pick the template, as it was written, from now on; what was asked for before stays as it is.
 * Throws NotAllowed, NotFound, and what `checkTemplate` does.
 */
export async function saveTemplate(office: Office, wish: SaveTemplate): Promise<void> {
  const checked = checkTemplate(wish)
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await mayWriteTemplates(tx, wish.by)
    const { firmId } = by
    const now = office.clock()
    if (wish.templateId !== null) {
      const { id } = await templateOf(tx, by, wish.templateId)
      await tx
        .update(requestTemplates)
        .set({ ...checked, editedAt: now })
        .where(eq(requestTemplates.id, id))
      await announce(office, tx, { kind: 'templateEdited', by, subjectId: id })
      return
    }
    const id = newId(now)
    await tx.insert(requestTemplates).values({ id, firmId, ...checked, createdAt: now })
    await announce(office, tx, { kind: 'templateAdded', by, subjectId: id })
  })
}
