import { eq } from 'drizzle-orm'
import type { RichText } from '#db/rich-text.ts'
import { news, type RevisionContent } from '#db/schema/communication.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import type { Hearing } from '../delivery/letter.ts'
import { firmOf } from '../firms/firm.ts'
import { firstTime } from '../first-time.ts'
import { audienceOf, mailsTo, pushTo } from '../matters/audience.ts'
import { heldBack } from '../matters/held-back.ts'
import { saveRevision } from '../matters/save-revision.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { checkNews } from './check-news.ts'
import { checkHearing } from './hearing.ts'
import { newsFor, type News } from './news-for.ts'

export type EditNews = {
  by: MemberActor
  newsId: string
  body: RichText
  /** The hearing it tells of now; as it was, unless said. */
  hearing?: Hearing | null
  /** Send a new mail in the same thread. */
  tellAgain: boolean
  interaction?: string
}

/** How many mails tell of a change, and for how many seconds they wait. */
export type Edited = { told: number; heldSeconds: number }

/** The news says something else; what it said before is kept, and clients see that it was edited. */
export async function editNews(office: Office, wish: EditNews): Promise<Edited & { newsId: string }> {
  const body = checkNews(wish.body)
  const edited = await write(office.db, async (tx) => {
    const { piece, matter } = await newsFor(tx, wish.by, wish.newsId)
    const before = { newsId: piece.id, told: 0, heldSeconds: 0 }
    if (!(await firstTime(office, tx, piece.firmId, wish.interaction))) return before
    const now = office.clock()
    const firm = await firmOf(tx, piece.firmId)
    const hearing = hearingNow(wish, piece, now, firm.timeZone)
    await saveRevision(office, tx, wish.by, piece.id, newsContent(piece))
    await tx.update(news).set({ body, hearing, editedAt: now }).where(eq(news.id, piece.id))
    const telling = wish.tellAgain && piece.announcedAt !== null && matter.hiddenAt === null
    const audience = telling ? await audienceOf(tx, matter.id, piece.id) : []
    const notice = { kind: 'newsPublished', newsId: piece.id, edited: true } as const
    const mails = mailsTo(audience, matter.id, { kind: 'news', id: piece.id }, notice)
    await announce(office, tx, {
      kind: 'newsEdited',
      by: wish.by,
      matterId: matter.id,
      subjectId: piece.id,
      tell: heldBack(firm, [...mails, ...pushTo(audience, matter.id, piece.id, notice)], now),
    })
    return { newsId: piece.id, told: mails.length, heldSeconds: firm.holdSeconds }
  })
  office.wake('outbox')
  return edited
}

// One that is over may stay as it was; another is in the future.
function hearingNow(wish: EditNews, piece: News, now: Date, timeZone: string): Hearing | null {
  if (wish.hearing === undefined) return piece.hearing
  if (wish.hearing === null || JSON.stringify(wish.hearing) === JSON.stringify(piece.hearing))
    return wish.hearing
  return checkHearing(wish.hearing, now, timeZone)
}

/** What the news says now, as a version that it can be brought back to. */
export function newsContent({ body, hearing, editedAt }: News): RevisionContent {
  return {
    kind: 'news',
    body,
    ...(hearing && { hearing }),
    editedAt: editedAt?.toISOString() ?? null,
  }
}
