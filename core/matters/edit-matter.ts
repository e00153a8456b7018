import { eq } from 'drizzle-orm'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { optionalText, requireText } from '../field.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { matterFor } from './matter-for.ts'
import { indexWords } from './matter-words.ts'

export type EditMatter = {
  by: MemberActor | SystemActor
  matterId: string
  title?: string
  number?: string
  alias?: string
  sensitive?: boolean
}

/** The matter is called, numbered or guarded as wished, and is found by its new words. */
export async function editMatter(office: Office, wish: EditMatter): Promise<{ matterId: string }> {
  const changes: Partial<typeof matters.$inferInsert> = {}
  if (wish.title !== undefined) changes.title = requireText('title', wish.title, 300)
  if (wish.number !== undefined) changes.number = optionalText('number', wish.number, 60) || null
  if (wish.alias !== undefined) changes.alias = optionalText('alias', wish.alias, 60) || null
  if (wish.sensitive !== undefined) changes.sensitiveAt = wish.sensitive ? office.clock() : null
  return write(office.db, async (tx) => {
    const matter = await matterFor(tx, wish.by, wish.matterId)
    if (Object.keys(changes).length === 0) return { matterId: matter.id }
    await tx.update(matters).set(changes).where(eq(matters.id, matter.id))
    await indexWords(tx, matter.id)
    await announce(office, tx, {
      kind: 'matterEdited',
      by: wish.by,
      matterId: matter.id,
      subjectId: matter.id,
      facts: { fields: Object.keys(changes) },
    })
    return { matterId: matter.id }
  })
}
