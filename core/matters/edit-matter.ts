import { eq } from 'drizzle-orm'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { optionalText, requireText } from '../field.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { changeResponsible, type ResponsibleChange } from './change-responsible.ts'
import { requireFreeNumber } from './free-number.ts'
import { matterFor, type Matter } from './matter-for.ts'
import { indexWords } from './matter-words.ts'

export type EditMatter = {
  by: MemberActor | SystemActor
  matterId: string
  title?: string
  number?: string
  alias?: string
  sensitive?: boolean
  responsible?: ResponsibleChange
  interaction?: string
}

type Changes = Partial<Pick<Matter, 'title' | 'number' | 'alias' | 'sensitiveAt'>>

/**
 * The matter is called, numbered, guarded and answered for as wished, and is found by its new words; the trail names what
 * changed, and nothing where all is as it was. Throws NotFound, TextMissing, NumberTaken, and what `changeResponsible` does.
 */
export async function editMatter(office: Office, wish: EditMatter): Promise<{ matterId: string }> {
  const said: Changes = {}
  if (wish.title !== undefined) said.title = requireText('title', wish.title, 300)
  if (wish.number !== undefined) said.number = optionalText('number', wish.number, 60) || null
  if (wish.alias !== undefined) said.alias = optionalText('alias', wish.alias, 60) || null
  const done = await write(office.db, async (tx) => {
    const by = await memberActing(tx, wish.by)
    const matter = await matterFor(tx, by, wish.matterId)
    if (!(await firstTime(office, tx, by.firmId, wish.interaction))) return { matterId: matter.id }
    const changes = withoutSame(said, matter)
    if (wish.sensitive !== undefined && wish.sensitive !== (matter.sensitiveAt !== null))
      changes.sensitiveAt = wish.sensitive ? office.clock() : null
    if (changes.number) await requireFreeNumber(tx, by, changes.number, matter.id)
    const isAnswered = wish.responsible && (await changeResponsible(office, tx, by, matter, wish.responsible))
    const fields = [...Object.keys(changes), ...(isAnswered ? ['responsible'] : [])]
    if (fields.length === 0) return { matterId: matter.id }
    if (Object.keys(changes).length > 0)
      await tx.update(matters).set(changes).where(eq(matters.id, matter.id))
    await indexWords(tx, matter.id)
    await announce(office, tx, {
      kind: 'matterEdited',
      by,
      matterId: matter.id,
      subjectId: matter.id,
      facts: { fields },
    })
    return { matterId: matter.id }
  })
  if (wish.responsible) office.wake('outbox')
  return done
}

function withoutSame(said: Changes, matter: Matter): Changes {
  const changes = { ...said }
  for (const field of ['title', 'number', 'alias'] as const)
    if (changes[field] === matter[field]) delete changes[field]
  return changes
}
