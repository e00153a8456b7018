import { and, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { answers, files, inboundMessages } from '#db/schema/replies.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { originalInSight } from '../replies/original/original-url.ts'
import type { OriginalInNote } from './chat-note.ts'

/** The newest of them: a request that is answered for weeks is looked at mail by mail in the messages that told of each. */
const most = 3

/** The mails behind what came in these arrivals, oldest first; none that came in another matter and was put here. */
export async function originalsInNote(
  office: Office,
  tx: Query,
  by: MemberActor,
  { arrivalIds, matterId }: { arrivalIds: string[]; matterId: string },
): Promise<OriginalInNote[]> {
  const withFiles = tx.select({ id: files.inboundId }).from(files).where(inArray(files.arrivalId, arrivalIds))
  const answering = tx
    .select({ id: answers.inboundId })
    .from(answers)
    .where(inArray(answers.arrivalId, arrivalIds))
  const { id, receivedAt: at } = inboundMessages
  const mails = await tx
    .select()
    .from(inboundMessages)
    .where(
      and(
        or(inArray(id, withFiles), inArray(id, answering)),
        or(eq(inboundMessages.matterId, matterId), isNull(inboundMessages.matterId)),
        gt(inboundMessages.rawSize, 0),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(most)
  const originals: OriginalInNote[] = []
  for (const mail of mails.reverse()) {
    const url = await originalInSight(office, tx, by, mail)
    if (url) originals.push({ url, at: mail.receivedAt })
  }
  return originals
}
