import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { inboundMessages, messageAnswers } from '#db/schema/replies.ts'

const mostQuoted = 600

/**
 * What a member answered, and to what, where the letter is for the address that wrote it: a client's son or accountant are
 * answered too, and have not read what was written to their lawyer. Null once it was taken back.
 */
export async function answerGiven(
  tx: Query,
  answerId: string,
  reader: string,
): Promise<{ text: string; author: string; wrote: string } | null> {
  const [found] = await tx
    .select({
      text: messageAnswers.text,
      author: members.name,
      wrote: inboundMessages.writtenText,
      from: inboundMessages.fromAddress,
      why: inboundMessages.quarantineReason,
    })
    .from(messageAnswers)
    .innerJoin(members, eq(members.id, messageAnswers.authorId))
    .innerJoin(inboundMessages, eq(inboundMessages.id, messageAnswers.inboundId))
    .where(and(eq(messageAnswers.id, answerId), isNull(messageAnswers.deletedAt)))
  if (!found) return null
  // The words around what a member sent on are not for the client.
  const isTheirs = found.why !== 'from_member' && found.from === reader
  const wrote = isTheirs ? (found.wrote ?? '').trim() : ''
  const { text, author } = found
  return {
    text,
    author,
    wrote: wrote.length > mostQuoted ? `${wrote.slice(0, mostQuoted).trimEnd()}…` : wrote,
  }
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
