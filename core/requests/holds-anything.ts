import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { answers, files } from '#db/schema/replies.ts'
import { mayCount } from '../replies/passwords/locked-files.ts'

/** Something was handed in for the request: an answer, or files that wait for their item. */
export async function holdsAnything(tx: Query, requestId: string): Promise<boolean> {
  const [answer] = await tx
    .select({ id: answers.id })
    .from(answers)
    .where(eq(answers.requestId, requestId))
    .limit(1)
  const [waiting] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.requestId, requestId), isNull(files.settledAt), mayCount(tx), isNull(files.purgedAt)))
    .limit(1)
  return answer !== undefined || waiting !== undefined
}
