import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { audiences, requestItems } from '#db/schema/communication.ts'
import { answers, files, inboundMessages } from '#db/schema/replies.ts'
import type { FileInNote } from '../../delivery/chat-note.ts'
import { NotFound } from '../../errors.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { requestFor } from '../../requests/request-for.ts'

/** What a chat message told of: all that came for a request, or one mail. */
export type Story = { requestId: string } | { inboundId: string }

export type FileInStory = {
  id: string
  name: string
  size: number
  item: string | null
  held: FileInNote['held']
}

/** The files that came in a story, with the item each counts for. Throws NotFound. */
export async function filesInStory(
  office: Office,
  wish: { by: MemberActor; of: Story },
): Promise<FileInStory[]> {
  const tx = office.db.read
  const { of } = wish
  await clientsOfStory(tx, wish.by, of)
  const which = 'requestId' in of ? eq(files.requestId, of.requestId) : eq(files.inboundId, of.inboundId)
  return tx
    .select({
      id: files.id,
      name: files.name,
      size: files.size,
      item: requestItems.title,
      held: files.heldBecause,
    })
    .from(files)
    .leftJoin(answers, eq(answers.id, files.answerId))
    .leftJoin(requestItems, eq(requestItems.id, answers.itemId))
    .where(and(which, isNull(files.purgedAt)))
    .orderBy(asc(files.id))
}

/** Whose files those may be, when the member may work on the matter. Throws NotFound. */
export async function clientsOfStory(tx: Query, by: MemberActor, of: Story): Promise<string[]> {
  if ('requestId' in of) {
    const { request } = await requestFor(tx, by, of.requestId)
    const rows = await tx
      .select({ clientId: audiences.clientId })
      .from(audiences)
      .where(eq(audiences.subjectId, request.id))
    return rows.map((row) => row.clientId)
  }
  const [mail] = await tx
    .select()
    .from(inboundMessages)
    .where(
      and(
        eq(inboundMessages.id, of.inboundId),
        eq(inboundMessages.firmId, by.firmId),
        inArray(inboundMessages.state, ['answered', 'filed']),
      ),
    )
  if (!mail?.matterId || !mail.clientId) throw new NotFound()
  await matterFor(tx, by, mail.matterId)
  return [mail.clientId]
}
