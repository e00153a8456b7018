import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import { firms, members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import type { Firm } from '../firms/firm.ts'
import { pendingWork } from '../matters/pending.ts'
import type { MemberActor } from '../members/actor.ts'
import { reachable } from '../members/members-to-tell.ts'
import type { PendingWork } from '../delivery/chat-note.ts'
import type { MemberToTell } from '../notices.ts'
import type { Office } from '../office.ts'
import { clockIn } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { isBusinessDay } from './calendar/business-days.ts'

/**
 * Every member who wants it and for whom something waits has today's digest, once, on business days from the firm's hour on. Safe to run at
 * any time and again: a member's digest of a day is one row. Returns how many were put in the outbox.
 */
export async function sendDigests(office: Office): Promise<number> {
  const now = office.clock()
  let sent = 0
  for (const firm of await office.db.read.select().from(firms)) {
    const { day: today, time } = clockIn(firm.timeZone)(now)
    if (time < firm.digestHour || !isBusinessDay(today, firm)) continue
    for (const reader of await readersIn(office, firm)) {
      if (await sendDigest(office, firm, reader, today)) sent += 1
    }
  }
  if (sent > 0) office.wake('outbox')
  return sent
}

type Reader = { member: typeof members.$inferSelect; to: MemberToTell | null }

// Who is in no chat has it by e-mail, if their firm wants it so; else nowhere.
async function readersIn(office: Office, firm: Firm): Promise<Reader[]> {
  const tx = office.db.read
  const rows = await tx
    .select()
    .from(members)
    .where(and(eq(members.firmId, firm.id), isNull(members.leftAt), isNull(members.digestOffAt)))
  const ids = firm.digestBy === 'mail' ? [] : rows.map((row) => row.id)
  const told = await reachable(tx, firm.id, ids)
  return rows
    .map((member) => ({ member, to: told.find((to) => to.memberId === member.id) ?? null }))
    .filter(({ to }) => to !== null || firm.digestBy !== 'chat')
}

async function sendDigest(office: Office, firm: Firm, { member, to }: Reader, day: string): Promise<boolean> {
  const once = `digest:${member.id}:${day}`
  if (await wasSent(office.db.read, once)) return false
  const locale = member.locale ?? firm.locale
  const by: MemberActor = {
    kind: 'member',
    firmId: firm.id,
    memberId: member.id,
    name: '',
    role: member.role,
    locale,
    timeZone: firm.timeZone,
  }
  if (isNothing(await pendingWork(office, { by }))) return false
  const notice = { kind: 'digest', day } as const
  const about = { matterId: null, subjectId: once, once }
  return write(office.db, async (tx) => {
    // Asked again inside: another process may have been faster.
    if (await wasSent(tx, once)) return false
    await announce(office, tx, {
      kind: 'digestSent',
      by: { kind: 'system', firmId: firm.id },
      subjectId: member.id,
      tell: [
        ...(to ? [{ channel: 'chat' as const, notice, to, ...about }] : []),
        ...(firm.digestBy === 'chat'
          ? []
          : [{ channel: 'mail' as const, notice, ...toMailOf(member, locale), ...about }]),
      ],
    })
    return true
  })
}

function toMailOf({ id: memberId, email }: Reader['member'], locale: Locale) {
  return { to: { email, clientId: null, locale }, memberId, replyTo: null, thread: null }
}

async function wasSent(tx: Query, once: string): Promise<boolean> {
  const [row] = await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.subjectId, once)).limit(1)
  return row !== undefined
}

function isNothing(pending: PendingWork): boolean {
  const { toReview, overdue, dueSoon, waiting, quarantined, failed } = pending
  return [toReview, overdue, dueSoon, waiting, quarantined, failed].every((list) => list.length === 0)
}
