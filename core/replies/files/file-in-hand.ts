import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { answers, files, inboundMessages } from '#db/schema/replies.ts'
import { NotFound } from '../../errors.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Item, Request } from '../../requests/request.ts'

type FileRow = typeof files.$inferSelect

/** A file that came from a client, and where it stands: part of an answer, waiting in a request, or in a mail. */
export type FileInHand = {
  file: FileRow
  /** The story it came in: an arrival, or a mail. */
  storyId: string
  matterId: string
  clientId: string
  request: Request | null
  answered: { answer: typeof answers.$inferSelect; item: Item } | null
}

/** A file that the member may put elsewhere, or have done away with. Throws NotFound, also for mail in quarantine. */
export async function fileInHand(tx: Query, by: MemberActor, fileId: string): Promise<FileInHand> {
  const [found] = await tx
    .select({
      file: files,
      request: requests,
      answer: answers,
      item: requestItems,
      mail: inboundMessages.state,
    })
    .from(files)
    .leftJoin(requests, eq(requests.id, files.requestId))
    .leftJoin(answers, eq(answers.id, files.answerId))
    .leftJoin(requestItems, eq(requestItems.id, answers.itemId))
    .leftJoin(inboundMessages, eq(inboundMessages.id, files.inboundId))
    .where(and(eq(files.id, fileId), eq(files.firmId, by.firmId), isNull(files.purgedAt)))
  if (!found) throw new NotFound()
  const { file, request, answer, item, mail } = found
  const storyId = file.arrivalId ?? file.inboundId
  const isAccepted = mail === null || mail === 'answered' || mail === 'filed'
  if (!storyId || !file.matterId || !file.clientId || !isAccepted) throw new NotFound()
  await matterFor(tx, by, file.matterId)
  const answered = answer && item ? { answer, item } : null
  return { file, storyId, matterId: file.matterId, clientId: file.clientId, request, answered }
}
