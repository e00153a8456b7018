import { count, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { revisions, type RevisionContent } from '#db/schema/communication.ts'
import { newId } from '../ids.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'

/** What the subject said until now is kept, with who replaced it and when. */
export async function saveRevision(
  office: Office,
  tx: Tx,
  by: MemberActor,
  subjectId: string,
  content: RevisionContent,
): Promise<void> {
  const [before] = await tx
    .select({ number: count().as('number') })
    .from(revisions)
    .where(eq(revisions.subjectId, subjectId))
  await tx.insert(revisions).values({
    id: newId(office.clock()),
    firmId: by.firmId,
    subjectKind: content.kind,
    subjectId,
    number: Number(before?.number ?? 0) + 1,
    content,
    replacedBy: by.memberId,
    replacedAt: office.clock(),
  })
}
