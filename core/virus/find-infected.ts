import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { answers, arrivals, files } from '#db/schema/replies.ts'
import { announce } from '../announce.ts'
import { audienceOf } from '../matters/audience.ts'
import type { MailTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import { leavePlace } from '../replies/files/leave-place.ts'
import { tellOfFile } from './tell-of-file.ts'

type FileRow = typeof files.$inferSelect

/**
 * A file in which something was found after it had come answers nothing any more: an item of which nothing is left is wanted
 * again, members' messages say what was found, and the client is told in a receipt. What was judged before stays judged.
 */
export async function findInfected(office: Office, tx: Tx, file: FileRow): Promise<void> {
  const answered = await answerOf(tx, file)
  const isOpen = answered !== null && answered.answer.verdict === null
  await tx
    .update(files)
    .set({ flag: 'infected', ...(isOpen && { answerId: null }) })
    .where(eq(files.id, file.id))
  const request = await requestOf(tx, file)
  const left =
    isOpen && file.matterId && file.clientId && file.arrivalId
      ? await leavePlace(office, tx, {
          file,
          storyId: file.arrivalId,
          matterId: file.matterId,
          clientId: file.clientId,
          request,
          answered,
        })
      : await tellOfFile(office, tx, file)
  await announce(office, tx, {
    kind: 'fileInfected',
    by: { kind: 'system', firmId: file.firmId },
    matterId: file.matterId,
    clientId: file.clientId,
    subjectId: file.id,
    facts: { name: file.name, virus: file.virus },
    tell: [...left, ...(request ? await receiptOf(tx, file, request) : [])],
  })
}

async function answerOf(tx: Tx, { answerId }: FileRow) {
  if (!answerId) return null
  const [found] = await tx
    .select({ answer: answers, item: requestItems })
    .from(answers)
    .innerJoin(requestItems, eq(requestItems.id, answers.itemId))
    .where(eq(answers.id, answerId))
  return found ?? null
}

async function requestOf(tx: Tx, { requestId }: FileRow) {
  if (!requestId) return null
  const [request] = await tx.select().from(requests).where(eq(requests.id, requestId))
  return request ?? null
}

async function receiptOf(
  tx: Tx,
  file: FileRow,
  request: typeof requests.$inferSelect,
): Promise<MailTelling[]> {
  const [arrival] = await tx
    .select()
    .from(arrivals)
    .where(eq(arrivals.id, file.arrivalId ?? ''))
  const client = (await audienceOf(tx, request.matterId, request.id)).find(
    (one) => one.clientId === file.clientId,
  )
  const email = client?.emails.find((one) => one === arrival?.fromAddress) ?? client?.emails[0]
  if (!arrival || !client || !email || request.announcedAt === null) return []
  return [
    {
      channel: 'mail',
      notice: { kind: 'receipt', arrivalId: arrival.id, after: null, until: null },
      to: { email, clientId: client.clientId, locale: client.locale },
      matterId: request.matterId,
      subjectId: request.id,
      replyTo: { kind: 'request', subjectId: request.id },
      thread: request.id,
      once: `receipt-infected:${file.id}`,
    },
  ]
}
