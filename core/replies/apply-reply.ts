import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { changing } from '#db/changing.ts'
import { requests } from '#db/schema/communication.ts'
import { files, type inboundMessages } from '#db/schema/replies.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import { announce } from '../announce.ts'
import type { ToldClient } from '../clients/recipients.ts'
import { audienceOf } from '../matters/audience.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import { keepConfirmation } from '../news/keep-confirmation.ts'
import { keepRequestConfirmation } from '../requests/keep-request-confirmation.ts'
import type { Office } from '../office.ts'
import { itemsOfAll } from '../requests/items-of.ts'
import { isLive, isSettled, isWanted, type Item, type Request } from '../requests/request.ts'
import { settleBy } from '../requests/settle-request.ts'
import {
  answeredSoFar,
  answersAfter,
  arrivalGoingOn,
  joinOrBegin,
  newestAnswers,
  type OnBehalf,
} from './arrival.ts'
import { documentTerms } from './understood/document-words.ts'
import { matchFiles } from './understood/match-files.ts'
import { receiptAfter, receiptsOf } from './receipt.ts'
import { arrivalsOf, tellOfArrivals, whoIsTold } from './refresh-arrivals.ts'
import { saysMoreThanNoReminders } from './understood/reply-wishes.ts'
import { saidInReply, zoneOf } from './understood/said-in-reply.ts'
import { stopByReply } from './understood/stop-by-reply.ts'
import { textAnswers } from './understood/text-answers.ts'

type Inbound = typeof inboundMessages.$inferSelect
type FileRow = typeof files.$inferSelect

export type Reply = {
  inbound: Inbound
  /** Whose answer it is. */
  clientId: string
  fromAddress: string | null
  requestIds: string[]
  writtenText: string
  /** With what it quotes; null where that is not at hand. */
  wholeText: string | null
  /** A member sent on what the client had sent elsewhere; the words around it are the member's. */
  onBehalf?: OnBehalf
  /** It says that its writer wants no more reminders. */
  stopReminding: boolean
}

/**
 * An accepted reply has its effect: what is surely for an item is received, the rest waits with a suggestion, the members
 * are told once and the sender gets a receipt. Without anything for a request it becomes a message in the history.
 */
export async function applyReply(office: Office, tx: Tx, reply: Reply): Promise<'answered' | 'filed'> {
  const sender = { clientId: reply.clientId, via: 'mail' as const, address: reply.fromAddress }
  const [came, live, items, answering, timeZone] = await Promise.all([
    filesThatCame(tx, { inboundId: reply.inbound.id }),
    liveRequests(tx, reply.requestIds),
    itemsOfAll(tx, reply.requestIds),
    answeredSoFar(office, tx, reply.requestIds, sender),
    zoneOf(tx, reply.inbound.firmId ?? '', reply.clientId),
  ])
  if (reply.stopReminding) await stopByReply(office, tx, reply.inbound, reply.clientId)
  // The wish is told as such, and its words answer nothing; a member learns what else they say.
  if (reply.stopReminding && came.length === 0)
    return saysMoreThanNoReminders(reply.writtenText) ? fileAsMessage(office, tx, reply, came) : 'filed'
  const open = live.flatMap((request) => (items.get(request.id) ?? []).filter((item) => !isSettled(item)))
  const isTheirs = reply.onBehalf === undefined
  const said = isTheirs ? await saidInReply(office, tx, reply, live, open, timeZone) : null
  const questions = open.filter((item) => item.kind === 'text' && isWanted(item))
  const { writtenText: own, wholeText: whole } = reply
  const attached = came.filter((file) => file.flag !== 'link')
  const texts = textAnswers(isTheirs ? questions : [], {
    own,
    whole,
    hasFiles: attached.length > 0,
    saysElse: said !== null,
  })
  const [first] = live
  if (!first || (came.length === 0 && texts.size === 0)) return fileAsMessage(office, tx, reply, came)

  const named = came.map((file) => ({ ...file, name: nameToMatch(file, came) }))
  const matched = matchFiles(named, open, reply.writtenText, answering)
  for (const request of live) {
    const asked = items.get(request.id) ?? []
    const mine = asked.map((item) => item.id)
    const probably = matched.filter((match) => match.itemId !== null && mine.includes(match.itemId))
    const sure = probably.filter((match) => match.sure)
    // What is for no item that can be told goes with the most urgent request.
    const unsure = matched.filter(
      (match) => !match.sure && (probably.includes(match) || (match.itemId === null && request === first)),
    )
    const isAnswered = mine.some((id) => texts.has(id))
    if (sure.length + unsure.length === 0 && !isAnswered) continue
    await receive(office, tx, reply, request, { asked, open, sure, unsure, texts })
  }
  if (said) await tellOfMessage(office, tx, reply, came)
  return 'answered'
}

const filesThatCame = statement((tx) =>
  tx
    .select()
    .from(files)
    .where(eq(files.inboundId, given('inboundId')))
    .orderBy(files.id),
)

// Of a file in a zip that says nothing by its own name, the folder and the zip may.
function nameToMatch(file: FileRow, came: FileRow[]): string {
  const archive = came.find((one) => one.id === file.insideOf)
  const speaks = [...documentTerms(file.name.replace(/\.[a-z0-9]{1,5}$/i, '')).values()].some(
    (term) => term.isKind,
  )
  if (!archive || speaks) return file.name
  return `${archive.name.replace(/\.zip$/i, '')} ${file.insidePath ?? ''} ${file.name}`
}

async function liveRequests(tx: Tx, ids: string[]): Promise<Request[]> {
  if (ids.length === 0) return []
  const rows = await requestsById(tx, { ids })
  // In the order given: most urgent first.
  return ids.flatMap((id) => rows.filter((row) => row.id === id && (isLive(row) || isFulfilled(row))))
}

const requestsById = statement((tx) =>
  tx
    .select()
    .from(requests)
    .where(among(requests.id, givenList('ids'))),
)

// Something more may come after everything was approved: it is told, and a member decides.
function isFulfilled(request: Request): boolean {
  return request.status === 'fulfilled' && request.deletedAt === null
}

type Portion = {
  /** All that the request asks for, settled or not. */
  asked: Item[]
  open: Item[]
  sure: ReturnType<typeof matchFiles>
  unsure: ReturnType<typeof matchFiles>
  /** By item. */
  texts: Map<string, string>
}

async function receive(office: Office, tx: Tx, reply: Reply, request: Request, portion: Portion) {
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
  if (request.urgentAt) await isRead(office, tx, reply, request.id)
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

// Whoever answers an urgent request has read it; a machine has not, nor has a client whose mail a member sent on.
async function isRead(office: Office, tx: Tx, reply: Reply, requestId: string) {
  const { inbound, clientId, fromAddress } = reply
  if (inbound.kind !== 'reply' || reply.onBehalf) return
  await keepRequestConfirmation(office, tx, { requestId, clientId, via: 'reply', email: fromAddress })
}

async function clientOf(tx: Tx, request: Request, clientId: string): Promise<ToldClient | undefined> {
  return (await audienceOf(tx, request.matterId, request.id)).find((client) => client.clientId === clientId)
}

async function fileAsMessage(office: Office, tx: Tx, reply: Reply, came: FileRow[]): Promise<'filed'> {
  const { inbound } = reply
  if (inbound.newsId && inbound.kind === 'reply' && !reply.onBehalf)
    await keepConfirmation(office, tx, {
      newsId: inbound.newsId,
      clientId: reply.clientId,
      via: 'reply',
      email: reply.fromAddress,
    })
  if (inbound.requestId) await isRead(office, tx, reply, inbound.requestId)
  await tellOfMessage(office, tx, reply, came)
  return 'filed'
}

/** The members are told what the client wrote. */
async function tellOfMessage(office: Office, tx: Tx, reply: Reply, came: FileRow[]): Promise<void> {
  const { inbound } = reply
  const firmId = inbound.firmId ?? ''
  const told = await membersToTell(tx, firmId, inbound.matterId, office.clock())
  await announce(office, tx, {
    kind: 'messageReceived',
    by: { kind: 'client', firmId, clientId: reply.clientId },
    matterId: inbound.matterId,
    clientId: reply.clientId,
    subjectId: inbound.id,
    facts: { files: came.length },
    tell: chatsTo(told, {
      notice: { kind: 'messageArrived', inboundId: inbound.id },
      matterId: inbound.matterId,
      subjectId: inbound.id,
      thread: inbound.requestId,
    }),
  })
}
