import type { RichText } from '#db/rich-text.ts'
import { news } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import type { Hearing } from '../delivery/letter.ts'
import { firmOf } from '../firms/firm.ts'
import { newId } from '../ids.ts'
import { audienceFor, mailsTo, pushTo, saveAudience, toBeTold, type IfHidden } from '../matters/audience.ts'
import { heldBack } from '../matters/held-back.ts'
import { matterFor } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { checkNews } from './check-news.ts'
import { checkHearing } from './hearing.ts'
import { publishedBefore } from '../matters/published-before.ts'
import { useDraft } from './draft.ts'

export type PublishNews = {
  by: MemberActor
  matterId: string
  body: RichText
  /** Clients of our side; all of them, unless said. */
  audience?: string[]
  ifHidden?: IfHidden
  /** The draft it was confirmed from: the same draft is published once. */
  draftId?: string
  /** A hearing that it tells of. */
  hearing?: Hearing | null
  urgent?: boolean
  /** Of urgent news: whoever has not confirmed it after so many hours is to be phoned. */
  confirmWithin?: number
}

export type Published = {
  /** How many mails were put in the outbox. */
  told: number
  announced: boolean
  /** How many seconds they wait before they leave. */
  heldSeconds: number
}

/** The news stands in the matter; each address of each client it is for is told by e-mail, unless it is kept unannounced. */
export async function publishNews(
  office: Office,
  wish: PublishNews,
): Promise<Published & { newsId: string }> {
  const body = checkNews(wish.body)
  const published = await write(office.db, async (tx) => {
    const matter = await matterFor(tx, wish.by, wish.matterId)
    const firm = await firmOf(tx, matter.firmId)
    const newsId = newId(office.clock())
    const before =
      wish.draftId === undefined ? null : await useDraft(office, tx, wish.by, wish.draftId, newsId)
    if (before) return { newsId: before, ...(await publishedBefore(tx, firm, before)) }
    const announced = await toBeTold(office, tx, wish.by, matter, wish.ifHidden)
    const audience = await audienceFor(tx, matter, wish.audience)
    const now = office.clock()
    const urgent = wish.urgent || wish.confirmWithin !== undefined
    await tx.insert(news).values({
      id: newsId,
      firmId: matter.firmId,
      matterId: matter.id,
      authorId: wish.by.memberId,
      body,
      hearing: wish.hearing ? checkHearing(wish.hearing, now, firm.timeZone) : null,
      urgentAt: urgent ? now : null,
      confirmBy: wish.confirmWithin ? new Date(now.getTime() + wish.confirmWithin * 3_600_000) : null,
      announcedAt: announced ? now : null,
      createdAt: now,
    })
    const subject = { kind: 'news' as const, id: newsId }
    await saveAudience(tx, matter.firmId, subject, audience)
    const notice = { kind: 'newsPublished', newsId, edited: false } as const
    const told = announced ? audience : []
    const mails = mailsTo(told, matter.id, subject, notice)
    await announce(office, tx, {
      kind: 'newsPublished',
      by: wish.by,
      matterId: matter.id,
      subjectId: newsId,
      tell: heldBack(firm, [...mails, ...pushTo(told, matter.id, newsId, notice)], now),
    })
    return { newsId, told: mails.length, announced, heldSeconds: firm.holdSeconds }
  })
  office.wake('outbox')
  return published
}
