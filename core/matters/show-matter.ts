import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { news, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { firstTime } from '../first-time.ts'
import type { Actor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { resumeReminders } from '../reminders/resume-reminders.ts'
import type { ChangeMatter } from './hide-matter.ts'
import { matterFor } from './matter-for.ts'

/** Clients see the matter again, in the portal, with what was kept unannounced in it; nothing old is mailed. */
export async function showMatter(office: Office, wish: ChangeMatter): Promise<void> {
  await write(office.db, async (tx) => {
    const matter = await matterFor(tx, wish.by, wish.matterId)
    if (!(await firstTime(office, tx, matter.firmId, wish.interaction))) return
    await showAgain(office, tx, wish.by, matter.id)
  })
  office.wake('outbox')
}

/** The same inside a transaction that goes on, such as publishing in a hidden matter. */
export async function showAgain(office: Office, tx: Tx, by: Actor, matterId: string): Promise<void> {
  const shown = await tx
    .update(matters)
    .set({ hiddenAt: null, hiddenBy: null })
    .where(and(eq(matters.id, matterId), isNotNull(matters.hiddenAt)))
    .returning({ id: matters.id })
  if (shown.length === 0) return
  await openKept(office, tx, matterId)
  await resumeReminders(office, tx, by.firmId, matterId)
  await announce(office, tx, { kind: 'matterShown', by, matterId, subjectId: matterId })
}

// From now on clients can read it, which is all that being announced takes.
async function openKept(office: Office, tx: Tx, matterId: string): Promise<void> {
  const opened = { announcedAt: office.clock() }
  await tx
    .update(news)
    .set(opened)
    .where(and(eq(news.matterId, matterId), isNull(news.announcedAt), isNull(news.deletedAt)))
  const live = inArray(requests.status, ['open', 'partial'])
  await tx
    .update(requests)
    .set(opened)
    .where(
      and(eq(requests.matterId, matterId), live, isNull(requests.announcedAt), isNull(requests.deletedAt)),
    )
}
