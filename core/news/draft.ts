import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { RichText } from '#db/rich-text.ts'
import { drafts } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import type { Hearing } from '../delivery/letter.ts'
import { NotFound } from '../errors.ts'
import { newId } from '../ids.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'

export type NewsDraft = {
  kind: 'news'
  matterId: string
  body: RichText
  hearing?: Hearing | null
  confirmWithin?: number | null
}
export type RequestDraft = {
  kind: 'request'
  matterId: string
  title: string
  details: string
  /** As typed, one item a line. */
  items: string
  dueOn: string | null
  confirmWithin?: number | null
}
export type Draft = NewsDraft | RequestDraft

/** What the member wrote is kept until the form's second step confirms it; gives back its id. */
export async function saveDraft(office: Office, wish: { by: MemberActor; content: Draft }): Promise<string> {
  const id = newId(office.clock())
  const { firmId, memberId } = wish.by
  const content = storable(wish.content)
  await write(office.db, (tx) =>
    tx.insert(drafts).values({ id, firmId, memberId, content, createdAt: office.clock() }),
  )
  return id
}

// PostgreSQL's JSON takes neither NUL nor half a surrogate pair, and either can be pasted into a form.
function storable(value: unknown): unknown {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\u0000', '').toWellFormed() : part,
  )
  return JSON.parse(text)
}

/** The member's own draft. Throws NotFound for anybody else's, and when it was tidied away. */
export async function readDraft(office: Office, wish: { by: MemberActor; draftId: string }): Promise<Draft> {
  const [draft] = await office.db.read
    .select({ content: drafts.content })
    .from(drafts)
    .where(
      and(
        eq(drafts.id, wish.draftId),
        eq(drafts.memberId, wish.by.memberId),
        eq(drafts.firmId, wish.by.firmId),
      ),
    )
  if (!draft) throw new NotFound()
  // Only `saveDraft` writes this column.
  return draft.content as Draft
}

/**
 * Takes the draft for what is about to be saved as `becomesId`; gives back the id of what it has become before, or null
 * when this is the first time. Throws NotFound when it is not the member's.
 */
export async function useDraft(
  office: Office,
  tx: Tx,
  by: MemberActor,
  draftId: string,
  becomesId: string,
): Promise<string | null> {
  const own = and(eq(drafts.id, draftId), eq(drafts.memberId, by.memberId), eq(drafts.firmId, by.firmId))
  const taken = await tx
    .update(drafts)
    .set({ usedAt: office.clock(), becameId: becomesId })
    .where(and(own, isNull(drafts.usedAt)))
    .returning({ id: drafts.id })
  if (taken.length === 1) return null
  const [before] = await tx.select({ becameId: drafts.becameId }).from(drafts).where(own)
  if (!before?.becameId) throw new NotFound()
  return before.becameId
}
