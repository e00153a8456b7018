import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { audiences, requests } from '#db/schema/communication.ts'
import type { Office } from '../office.ts'
import { itemsOf } from '../requests/items-of.ts'
import { isSettled, type Request } from '../requests/request.ts'
import type { FileRow, Reply } from './apply-reply.ts'
import { confirmNews, tellOfMessage } from './file-as-message.ts'
import { receivePortion } from './receive-portion.ts'
import { matchFiles } from './understood/match-files.ts'
import { isCourtesy } from './understood/reply-wishes.ts'

/**
 * Files with an answer to news are probably for what the client is asked for in that matter: letters about a matter are one
 * conversation, and the newest is the one that is answered. Where one request alone is open they wait there for a member's word, and
 * none of them counts before. False where nothing was suggested.
 */
export async function suggestRequest(
  office: Office,
  tx: Tx,
  reply: Reply,
  came: FileRow[],
): Promise<boolean> {
  const { inbound, clientId } = reply
  if (!inbound.newsId || !inbound.matterId || inbound.kind !== 'reply' || reply.onBehalf) return false
  if (!came.some((file) => file.flag === null)) return false
  const request = await onlyOpenRequest(tx, inbound.matterId, clientId)
  if (!request) return false
  const asked = await itemsOf(tx, request.id)
  const open = asked.filter((item) => !isSettled(item))
  const unsure = matchFiles(came, open, reply.writtenText, []).map((match) => ({ ...match, sure: false }))
  await confirmNews(office, tx, reply)
  await receivePortion(office, tx, reply, request, { asked, open, sure: [], unsure, texts: new Map() })
  // What they write may be about the news, and is answered from its own message.
  const wrote = reply.writtenText.trim()
  if (wrote !== '' && !isCourtesy(wrote)) await tellOfMessage(office, tx, reply, came)
  return true
}

async function onlyOpenRequest(tx: Tx, matterId: string, clientId: string): Promise<Request | null> {
  const found = await tx
    .select({ request: requests })
    .from(requests)
    .innerJoin(audiences, and(eq(audiences.subjectId, requests.id), eq(audiences.clientId, clientId)))
    .where(
      and(
        eq(requests.matterId, matterId),
        inArray(requests.status, ['open', 'partial']),
        isNotNull(requests.announcedAt),
        isNull(requests.deletedAt),
      ),
    )
    .limit(2)
  const [only, another] = found
  return only && !another ? only.request : null
}
