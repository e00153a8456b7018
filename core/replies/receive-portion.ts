import type { Tx } from '#db/database.ts'
import { changing } from '#db/changing.ts'
import { files } from '#db/schema/replies.ts'
import { announce } from '../announce.ts'
import type { ToldClient } from '../clients/recipients.ts'
import { audienceOf } from '../matters/audience.ts'
import type { Office } from '../office.ts'
import type { Item, Request } from '../requests/request.ts'
import { settleBy } from '../requests/settle-request.ts'
import type { Reply } from './apply-reply.ts'
import { answersAfter, arrivalGoingOn, joinOrBegin, newestAnswers } from './arrival.ts'
import { noteRead } from './file-as-message.ts'
import { receiptAfter, receiptsOf } from './receipt.ts'
import { arrivalsOf, tellOfArrivals, whoIsTold } from './refresh-arrivals.ts'
import type { matchFiles } from './understood/match-files.ts'

/** What of a reply is for one request. */
export type Portion = {
  /** All that the request asks for, settled or not. */
  asked: Item[]
  open: Item[]
  sure: ReturnType<typeof matchFiles>
  unsure: ReturnType<typeof matchFiles>
  /** By item. */
  texts: Map<string, string>
}

/**
 * What is surely for an item is received, the rest waits with a suggestion; the members are told once and the sender gets a
 * receipt.
 */
export async function receivePortion(
  office: Office,
  tx: Tx,
  reply: Reply,
  request: Request,
  portion: Portion,
) {
  const sender = { clientId: reply.clientId, via: 'mail' as const, address: reply.fromAddress }
  const handedIn = portion.open
    .map((item) => ({
      item,
      mine: portion.sure.filter((match) => match.itemId === item.id).map((match) => match.fileId),
      text: item.requestId === request.id ? portion.texts.get(item.id) : undefined,
    }))
    .filter(({ mine, text }) => mine.length > 0 || text !== undefined)
  const answered = handedIn.map(({ item }) => item.id)
  const [going, newest, client, told, receipted] = await Promise.all([
    arrivalGoingOn(office, tx, request, sender),
    newestAnswers(tx, answered),
    clientOf(tx, request, reply.clientId),
    whoIsTold(office, tx, request),
    receiptsOf(office, tx, request.id),
  ])
  const story = await joinOrBegin(office, tx, request, sender, going)
  const { arrival } = story
  if (request.urgentAt) await noteRead(office, tx, reply, request.id)
  const about = { inboundId: reply.inbound.id, onBehalf: reply.onBehalf }
  const handed = handedIn.map(({ item, text }) => ({ item, about: { ...about, text } }))
  const answerIds = await answersAfter(office, tx, arrival, newest, handed)
  const here = { arrivalId: arrival.id, requestId: request.id }
  for (const [at, { mine }] of handedIn.entries())
    await settleFiles(tx, mine, { ...here, answerId: answerIds[at] ?? null, settledAt: office.clock() })
  for (const { fileId, itemId, score } of portion.unsure)
    await suggestItem(tx, [fileId], { ...here, suggestedItemId: itemId, suggestionScore: score })
  // Now that an answer may have come over from an earlier one, of which nothing is left to tell.
  const spoken = await arrivalsOf(tx, answered)
  await announce(office, tx, {
    kind: 'answerReceived',
    by: { kind: 'client', firmId: request.firmId, clientId: reply.clientId },
    matterId: request.matterId,
    clientId: reply.clientId,
    subjectId: request.id,
    facts: {
      via: 'mail',
      inboundId: reply.inbound.id,
      matched: portion.sure.length,
      unsure: portion.unsure.length,
    },
    tell: [
      ...tellOfArrivals(request, [arrival.id, ...spoken], told),
      // A machine that answers receipts would never stop.
      ...(client && reply.inbound.kind !== 'automatic'
        ? await receiptAfter(office, tx, story, client, reply.inbound.messageId, receipted)
        : []),
    ],
  })
  const standing = portion.asked.map((item) =>
    answered.includes(item.id) ? ({ status: 'received' } as const) : item,
  )
  await settleBy(office, tx, { kind: 'system', firmId: request.firmId }, request, standing)
}

const settleFiles = changing(files, ['answerId', 'arrivalId', 'requestId', 'settledAt'])
const suggestItem = changing(files, ['suggestedItemId', 'suggestionScore', 'arrivalId', 'requestId'])

async function clientOf(tx: Tx, request: Request, clientId: string): Promise<ToldClient | undefined> {
  return (await audienceOf(tx, request.matterId, request.id)).find((client) => client.clientId === clientId)
}
