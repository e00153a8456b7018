import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { answers, type files } from '#db/schema/replies.ts'
import { announce } from '../announce.ts'
import type { Actor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { tellOfFile } from './tell-of-file.ts'

/** A file whose row says so already can be opened now, and counts where its answer's photos are joined; messages in chat follow. */
export async function liftHold(
  office: Office,
  tx: Tx,
  wish: { file: typeof files.$inferSelect; by: Actor; kind: 'fileScanned' | 'fileReleased' },
): Promise<void> {
  const { file, by, kind } = wish
  if (file.answerId)
    await tx.update(answers).set({ joinDueAt: office.clock() }).where(eq(answers.id, file.answerId))
  await announce(office, tx, {
    kind,
    by,
    matterId: file.matterId,
    clientId: file.clientId,
    subjectId: file.id,
    facts: { name: file.name },
    tell: await tellOfFile(office, tx, file),
  })
}
