import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { inboundMessages, type SaidInReply } from '#db/schema/replies.ts'
import { given, statement } from '#db/statement.ts'
import { writingTogether } from '#db/writing-together.ts'
import { announce } from '../announce.ts'
import type { Office } from '../office.ts'
import { firmOf } from '../firms/firm.ts'
import type { ScanFacts } from '../virus/scan-stored.ts'
import { applyReply } from './apply-reply.ts'
import { doubtAbout, type QuarantineReason } from './inbound/authorise.ts'
import { cameBefore, copiesOf } from './inbound/came-before.ts'
import { endAs, factsOf, type End } from './inbound/end-mail.ts'
import { findMatch, firmAnswered, firmOfStranger, type Match } from './inbound/find-match.ts'
import type { IncomingMail } from './inbound/incoming-mail.ts'
import { keepFiles } from './files/keep-files.ts'
import { firmsOfMember, memberForwards } from './inbound/member-writing.ts'
import { noteBounce } from './inbound/note-bounce.ts'
import { quarantine } from './quarantine/quarantine.ts'
import { sendersOf } from './inbound/senders.ts'
import { whyUnmatched } from './inbound/why-unmatched.ts'

export type Inbound = typeof inboundMessages.$inferSelect
export type InboundState = Inbound['state']

export type ReceiveReply = {
  inboundId: string
  mail: IncomingMail
  /** Ids of reply addresses among its recipients whose signature is right. */
  replyAddressIds: string[]
  /** Those of them that stand in its To or Cc, as far as these can be believed. */
  shownIds: string[]
  /** Some address of ours stands there, be it the plain one or one that was mangled on the way. */
  shownOurs: boolean
  /** Ids in signed bounce addresses of its envelope: to whom the mails were sent that a delivery report may speak of. */
  bounceIds: string[]
  /** Ids of reply addresses that stand, signed, in the mail of ours that it quotes. */
  quotedIds: string[]
  /** One of its recipients looks like a reply address and is none. */
  forgedAddress: boolean
  /** Where each attachment of `mail` was stored, in the same order. */
  storedAs: string[]
  /** What a scanner said of each, where there is one. */
  scans?: ScanFacts[]
}

/**
 * A stored mail ends in exactly one state: an answer, a message, a note in the history, or a member's decision to take.
 * What kind it is, what it is about and whether its sender may change that are three separate questions.
 * Running it again for a mail that has its state changes nothing.
 */
export async function receiveReply(office: Office, wish: ReceiveReply): Promise<InboundState> {
  const state = await receiveNext(office.db, { office, wish })
  office.wake('outbox')
  return state
}

// Few enough that nobody who clicks waits for long.
const receiveNext = writingTogether(receiveAll, { most: 4 })

async function receiveAll(tx: Tx, wishes: { office: Office; wish: ReceiveReply }[]): Promise<InboundState[]> {
  const states: InboundState[] = []
  for (const { office, wish } of wishes) states.push(await receiveOne(office, tx, wish))
  return states
}

async function receiveOne(office: Office, tx: Tx, wish: ReceiveReply): Promise<InboundState> {
  const { mail } = wish
  const [[inbound], match, copies] = await Promise.all([
    inboundById(tx, { inboundId: wish.inboundId }),
    mail.kind === 'bounce' ? null : findMatch(tx, signsIn(wish), office.clock()),
    copiesOf(tx, wish),
  ])
  if (!inbound) throw new Error(`no inbound message ${wish.inboundId}`)
  if (inbound.state !== 'stored') return inbound.state
  if (await cameBefore(office, tx, wish, copies, match))
    return endAs(office, tx, mail, { state: 'duplicate', inbound })
  return endAs(office, tx, mail, await receive(office, tx, inbound, match, wish))
}

const inboundById = statement((tx) =>
  tx
    .select()
    .from(inboundMessages)
    .where(eq(inboundMessages.id, given('inboundId'))),
)

async function receive(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  match: Match | null,
  wish: ReceiveReply,
): Promise<End> {
  const { mail } = wish
  if (mail.kind === 'bounce') return noteBounce(office, tx, inbound, wish)
  if (!match) return takeUnmatched(office, tx, inbound, wish)

  const [{ clientIds: senderIds, requestIds }, serverIsTrusted] = await Promise.all([
    sendersOf(tx, match, mail),
    trustsServer(office, tx, match.firmId),
  ])
  const clientId = senderIds.includes(match.clientId) ? match.clientId : (senderIds[0] ?? match.clientId)
  const mine = tied(inbound, match, clientId, mail)
  const as = (state: InboundState): End => ({ state, inbound: mine })
  const known = senderIds.length > 0
  const doubt =
    (known ? null : await memberForwards(tx, match.firmId, mail, serverIsTrusted)) ??
    doubtAbout(mail, known, isAddressed(wish, match), serverIsTrusted) ??
    endOf(match)
  if (mail.kind !== 'reply') {
    const carries = mail.kind === 'automatic' && mail.attachments.some((one) => one.flag === null)
    if (doubt !== null || !carries) return as(await note(office, tx, mine, mail))
    await keepFiles(office, tx, mine, wish)
    return as(await quarantine(office, tx, mine, 'automatic_with_files'))
  }
  await keepFiles(office, tx, mine, wish)
  if (doubt) {
    if (quotesOnly(wish)) await saidNothing(tx, inbound.id)
    return as(await quarantine(office, tx, mine, doubt))
  }
  const state = await applyReply(office, tx, {
    inbound: mine,
    clientId,
    fromAddress: mail.from[0]?.address ?? null,
    requestIds,
    writtenText: quotesOnly(wish) ? '' : mail.writtenText,
    wholeText: mail.text,
    stopReminding: mail.wishes.stopReminding,
  })
  return as(state)
}

// What the sender wrote to counts before what only servers said. Programs answer to where a mail came from, which is its
// bounce address (RFC 3834).
function signsIn(wish: ReceiveReply): ReceiveReply {
  const bounceIds = wish.mail.kind === 'automatic' ? wish.bounceIds : []
  const replyAddressIds = [...new Set([...wish.shownIds, ...wish.replyAddressIds, ...bounceIds])]
  return { ...wish, replyAddressIds }
}

// The server's word counts for nothing where none stands before us.
async function trustsServer({ config }: Office, tx: Tx, firmId: string): Promise<boolean> {
  if (config.mailIn?.facesInternet) return false
  return (await firmOf(tx, firmId)).trustsServerSince !== null
}

// A program's answer is noted at most, whomever it is addressed to.
function isAddressed({ mail, shownIds, shownOurs }: ReceiveReply, match: Match): boolean {
  if (mail.kind !== 'reply') return true
  return match.matchedBy === 'reply address' ? shownIds.includes(match.replyAddressId) : shownOurs
}

// When the cut has left all there is, and that quotes a letter of ours, the client wrote nothing of their own.
function quotesOnly({ mail, quotedIds }: ReceiveReply): boolean {
  return quotedIds.length > 0 && mail.writtenText === mail.text
}

// For whoever accepts it later: the row keeps all there is, to be shown.
async function saidNothing(tx: Tx, inboundId: string): Promise<void> {
  const said: SaidInReply = { nothing: true }
  await tx.update(inboundMessages).set({ said }).where(eq(inboundMessages.id, inboundId))
}

// Who writes is asked first: of a stranger a member must know that, whatever they wrote to.
function endOf({ ended }: Match): QuarantineReason | null {
  return ended && `${ended}_address`
}

/** The row with whose and what the mail is about, and what it says. */
function tied(inbound: Inbound, match: Match, clientId: string, mail: IncomingMail): Inbound {
  return {
    ...inbound,
    ...factsOf(mail),
    firmId: match.firmId,
    clientId,
    matterId: match.matterId,
    requestId: match.matterId ? (match.requestIds[0] ?? null) : null,
    newsId: match.newsId,
    matchedBy: match.matchedBy,
  }
}

async function note(office: Office, tx: Tx, inbound: Inbound, mail: IncomingMail): Promise<InboundState> {
  await announce(office, tx, {
    kind: 'mailNoted',
    by: { kind: 'system', firmId: inbound.firmId ?? '' },
    matterId: inbound.matterId,
    clientId: inbound.clientId,
    subjectId: inbound.id,
    facts: { kind: mail.kind },
  })
  return 'noted'
}

// Never bounced to or answered: nothing proves to whom. A firm that can be told of finds it in its list.
async function takeUnmatched(office: Office, tx: Tx, inbound: Inbound, wish: ReceiveReply): Promise<End> {
  const { mail } = wish
  if (mail.kind !== 'reply') return { state: 'noted', inbound }
  const from = mail.from[0]?.address ?? null
  const firmId =
    (await firmAnswered(tx, mail)) ?? (await firmOfStranger(tx, from, await firmsOfMember(office, tx, mail)))
  if (!firmId) {
    office.log.warn({ inboundId: inbound.id }, 'a mail belongs to none of the firms')
    return { state: 'unmatched', inbound }
  }
  const mine = { ...inbound, ...factsOf(mail), firmId }
  await keepFiles(office, tx, mine, wish)
  await quarantine(
    office,
    tx,
    mine,
    await whyUnmatched(tx, firmId, wish, await trustsServer(office, tx, firmId)),
  )
  return { state: 'unmatched', inbound: mine }
}
