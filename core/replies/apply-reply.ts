import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { files, type inboundMessages } from '#db/schema/replies.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import type { Office } from '../office.ts'
import { itemsOfAll } from '../requests/items-of.ts'
import { isLive, isSettled, isWanted, type Request } from '../requests/request.ts'
import { answeredSoFar, type OnBehalf } from './arrival.ts'
import { fileAsMessage, tellOfMessage } from './file-as-message.ts'
import { receivePortion } from './receive-portion.ts'
import { suggestRequest } from './suggest-request.ts'
import { documentTerms } from './understood/document-words.ts'
import { matchFiles } from './understood/match-files.ts'
import { saysMoreThanNoReminders } from './understood/reply-wishes.ts'
import { saidInReply, zoneOf } from './understood/said-in-reply.ts'
import { stopByReply } from './understood/stop-by-reply.ts'
import { textAnswers } from './understood/text-answers.ts'

type Inbound = typeof inboundMessages.$inferSelect
export type FileRow = typeof files.$inferSelect

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
  if (!first && (await suggestRequest(office, tx, reply, came))) return 'answered'
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
    await receivePortion(office, tx, reply, request, { asked, open, sure, unsure, texts })
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
