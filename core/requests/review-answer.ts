import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { requestItems } from '#db/schema/communication.ts'
import { members } from '#db/schema/firms.ts'
import { answers, arrivals } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import type { ReasonCode } from '../delivery/letter.ts'
import { AlreadyDecided, ItemClosed, NotFound, ReasonMissing } from '../errors.ts'
import { optionalText } from '../field.ts'
import { firstTime } from '../first-time.ts'
import { audienceOf, pushTo } from '../matters/audience.ts'
import type { MemberActor } from '../members/actor.ts'
import type { MailTelling, PushTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import { planAgain } from '../reminders/plan-reminders.ts'
import { refreshArrivals } from '../replies/refresh-arrivals.ts'
import { itemFor } from './request-for.ts'
import type { Item, Request } from './request.ts'
import { settleRequest } from './settle-request.ts'

export type ReviewAnswer = { by: MemberActor; answerId: string; interaction?: string } & (
  { verdict: 'approved' } | { verdict: 'rejected'; reason: { code: ReasonCode; note: string | null } }
)

type Answer = typeof answers.$inferSelect

/**
 * The item's newest answer is approved, or rejected with a reason that goes to the client in their own language, in the
 * same thread; a rejected item is wanted again. Throws AlreadyDecided when somebody was faster, ItemClosed, ReasonMissing.
 */
export async function reviewAnswer(
  office: Office,
  wish: ReviewAnswer,
): Promise<{ requestId: string; itemTitle: string }> {
  const reason = wish.verdict === 'rejected' ? checkReason(wish.reason) : { code: null, note: null }
  const done = await write(office.db, async (tx) => {
    const first = await firstTime(office, tx, wish.by.firmId, wish.interaction)
    const answer = await answerOf(tx, wish.by.firmId, wish.answerId)
    const { item, request } = await itemFor(tx, wish.by, answer.itemId)
    const seen = { requestId: request.id, itemTitle: item.title }
    if (!first) return seen
    await refuseDecided(tx, answer, item)
    if (request.status === 'cancelled') throw new ItemClosed()
    const now = office.clock()
    const verdict = { verdict: wish.verdict, verdictAt: now, verdictBy: wish.by.memberId }
    await tx
      .update(answers)
      .set({ ...verdict, reasonCode: reason.code, reasonNote: reason.note })
      .where(eq(answers.id, answer.id))
    await tx
      .update(requestItems)
      .set({ status: wish.verdict, statusAt: now, statusBy: wish.by.memberId })
      .where(eq(requestItems.id, item.id))
    if (wish.verdict === 'rejected') await planAgain(office, tx, request, answer.clientId)
    await announce(office, tx, {
      kind: wish.verdict === 'approved' ? 'answerApproved' : 'answerRejected',
      by: wish.by,
      matterId: request.matterId,
      clientId: answer.clientId,
      subjectId: item.id,
      facts: { requestId: request.id, answerId: answer.id, reason: reason.code },
      tell: [
        ...(wish.verdict === 'rejected' ? await tellClient(tx, request, item, answer) : []),
        ...(await refreshArrivals(office, tx, request, [item.id])),
      ],
    })
    await settleRequest(office, tx, wish.by, request)
    return seen
  })
  office.wake('outbox')
  return done
}

function checkReason(reason: { code: ReasonCode; note: string | null } | undefined) {
  if (!reason) throw new ReasonMissing()
  const codes: ReasonCode[] = [
    'illegible',
    'incomplete',
    'expired',
    'wrong_document',
    'unsigned',
    'missing_reverse',
    'other',
  ]
  const note = optionalText('note', reason.note ?? '', 500) || null
  if (!codes.includes(reason.code) || (reason.code === 'other' && note === null)) throw new ReasonMissing()
  return { code: reason.code, note }
}

async function answerOf(tx: Tx, firmId: string, answerId: string): Promise<Answer> {
  const [answer] = await tx
    .select()
    .from(answers)
    .where(and(eq(answers.id, answerId), eq(answers.firmId, firmId)))
  if (!answer) throw new NotFound()
  return answer
}

async function refuseDecided(tx: Tx, answer: Answer, item: Item) {
  if (answer.verdict && answer.verdictBy) {
    const [member] = await tx
      .select({ name: members.name })
      .from(members)
      .where(eq(members.id, answer.verdictBy))
    throw new AlreadyDecided(member?.name ?? '', answer.verdict)
  }
  // A newer answer has taken its place, or the item was waived meanwhile.
  const [newest] = await tx
    .select({ id: answers.id })
    .from(answers)
    .where(and(eq(answers.itemId, item.id), isNull(answers.withdrawnAt)))
    .orderBy(desc(answers.createdAt), desc(answers.id))
    .limit(1)
  if (item.status !== 'received' || newest?.id !== answer.id) throw new ItemClosed()
}

// To whoever sent it; where a member had handed it in, or it came by the portal, to the client's own addresses.
async function tellClient(
  tx: Tx,
  request: Request,
  item: Item,
  answer: Answer,
): Promise<(MailTelling | PushTelling)[]> {
  const client = (await audienceOf(tx, request.matterId, request.id)).find(
    (one) => one.clientId === answer.clientId,
  )
  if (!client) return []
  const [arrival] = await tx
    .select({ from: arrivals.fromAddress })
    .from(arrivals)
    .where(eq(arrivals.id, answer.arrivalId))
  const sender = arrival?.from && client.emails.includes(arrival.from) ? [arrival.from] : client.emails
  const ids = { requestId: request.id, itemId: item.id, answerId: answer.id }
  const notice = { kind: 'answerRejected', ...ids } as const
  const mails = sender.map((email) => ({
    channel: 'mail' as const,
    notice,
    to: { email, clientId: client.clientId, locale: client.locale },
    matterId: request.matterId,
    subjectId: request.id,
    replyTo: { kind: 'request' as const, subjectId: request.id },
    thread: request.id,
  }))
  return [...mails, ...pushTo([client], request.matterId, request.id, notice)]
}
