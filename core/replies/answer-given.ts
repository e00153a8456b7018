import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { inboundMessages, messageAnswers } from '#db/schema/replies.ts'

const mostQuoted = 600

/** What a member answered, to what; null once it was taken back. */
export async function answerGiven(
  tx: Query,
  answerId: string,
): Promise<{ text: string; author: string; wrote: string } | null> {
  const [found] = await tx
    .select({ text: messageAnswers.text, author: members.name, wrote: inboundMessages.writtenText })
    .from(messageAnswers)
    .innerJoin(members, eq(members.id, messageAnswers.authorId))
    .innerJoin(inboundMessages, eq(inboundMessages.id, messageAnswers.inboundId))
    .where(and(eq(messageAnswers.id, answerId), isNull(messageAnswers.deletedAt)))
  if (!found) return null
  const wrote = (found.wrote ?? '').trim()
  return { ...found, wrote: wrote.length > mostQuoted ? `${wrote.slice(0, mostQuoted).trimEnd()}…` : wrote }
}

/** What members answered to a message, oldest first. */
export async function answersTo(
  tx: Query,
  inboundId: string,
): Promise<{ by: string; text: string; at: Date }[]> {
  return tx
    .select({ by: members.name, text: messageAnswers.text, at: messageAnswers.createdAt })
    .from(messageAnswers)
    .innerJoin(members, eq(members.id, messageAnswers.authorId))
    .where(and(eq(messageAnswers.inboundId, inboundId), isNull(messageAnswers.deletedAt)))
    .orderBy(asc(messageAnswers.createdAt), asc(messageAnswers.id))
}
