import type { Tx } from '#db/database.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { firmOf } from '../firms/firm.ts'
import { newId } from '../ids.ts'
import { audienceFor, mailsTo, pushTo, saveAudience, toBeTold, type IfHidden } from '../matters/audience.ts'
import { heldBack } from '../matters/held-back.ts'
import { matterFor, type Matter } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import { publishedBefore } from '../matters/published-before.ts'
import { useDraft } from '../news/draft.ts'
import type { Published } from '../news/publish-news.ts'
import type { Office } from '../office.ts'
import { planReminders } from '../reminders/plan-reminders.ts'
import { dayOf } from '../words/format.ts'
import { checkContent, type RequestContent } from './check-request.ts'

export type RequestDocuments = RequestContent & {
  by: MemberActor
  matterId: string
  /** Clients of our side; all of them, unless said. */
  audience?: string[]
  ifHidden?: IfHidden
  /** The draft it was confirmed from: the same draft is requested once. */
  draftId?: string
  urgent?: boolean
  /** Of an urgent one: whoever has neither confirmed nor answered it after so many hours is to be phoned. */
  confirmWithin?: number
}

/** Asks a client for documents; afterwards everyone notified on the matter is told and reminders are due. */
export async function requestDocuments(
  office: Office,
  wish: RequestDocuments,
): Promise<Published & { requestId: string }> {
  const done = await write(office.db, (tx) => requestIn(office, tx, wish))
  office.wake('outbox')
  return done
}

/** The same in the caller's transaction, who wakes the outbox. */
export async function requestIn(
  office: Office,
  tx: Tx,
  wish: RequestDocuments,
): Promise<Published & { requestId: string }> {
  const matter = await matterFor(tx, wish.by, wish.matterId)
  const firm = await firmOf(tx, matter.firmId)
  const requestId = newId(office.clock())
  const before =
    wish.draftId === undefined ? null : await useDraft(office, tx, wish.by, wish.draftId, requestId)
  if (before) return { requestId: before, ...(await publishedBefore(tx, firm, before)) }
  const content = checkContent(wish, dayOf(office.clock(), firm.timeZone))
  const announced = await toBeTold(office, tx, wish.by, matter, wish.ifHidden)
  const audience = await audienceFor(tx, matter, wish.audience)
  await saveRequest(office, tx, wish, matter, requestId, content, announced)
  const subject = { kind: 'request' as const, id: requestId }
  await saveAudience(tx, matter.firmId, subject, audience)
  if (announced) await planReminders(office, tx, firm, { requestId, dueOn: content.dueOn }, audience)
  const notice = { kind: 'documentsRequested', requestId, edited: false } as const
  const told = announced ? audience : []
  const mails = mailsTo(told, matter.id, subject, notice)
  await announce(office, tx, {
    kind: 'documentsRequested',
    by: wish.by,
    matterId: matter.id,
    subjectId: requestId,
    facts: { items: content.items.length },
    tell: heldBack(firm, [...mails, ...pushTo(told, matter.id, requestId, notice)], office.clock()),
  })
  return { requestId, told: mails.length, announced, heldSeconds: firm.holdSeconds }
}

async function saveRequest(
  office: Office,
  tx: Tx,
  wish: RequestDocuments,
  matter: Matter,
  requestId: string,
  content: RequestContent,
  announced: boolean,
) {
  const now = office.clock()
  const { title, details, dueOn } = content
  await tx.insert(requests).values({
    id: requestId,
    firmId: matter.firmId,
    matterId: matter.id,
    authorId: wish.by.memberId,
    title,
    details,
    dueOn,
    status: 'open',
    statusAt: now,
    urgentAt: wish.urgent || wish.confirmWithin !== undefined ? now : null,
    confirmBy: wish.confirmWithin ? new Date(now.getTime() + wish.confirmWithin * 3_600_000) : null,
    announcedAt: announced ? now : null,
    createdAt: now,
  })
  await tx.insert(requestItems).values(
    content.items.map((item, index) => ({
      id: newId(now),
      firmId: matter.firmId,
      requestId,
      position: index + 1,
      title: item.title,
      kind: item.kind,
      issuedWithinDays: item.issuedWithinDays ?? null,
      status: 'pending' as const,
      statusAt: now,
    })),
  )
}
