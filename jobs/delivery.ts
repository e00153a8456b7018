import { setTimeout as pause } from 'node:timers/promises'
import { chatNoteFor } from '#core/delivery/chat-note-for.ts'
import { claimOutbox, claimSeconds, renewClaims } from '#core/delivery/claim-outbox.ts'
import { letterFor } from '#core/delivery/letter-for.ts'
import { lookAgain } from '#core/delivery/look-again.ts'
import type { OutboxRow } from '#core/delivery/note-refused.ts'
import { settleDeliveries, type Outcome } from '#core/delivery/settle-delivery.ts'
import type { Office } from '#core/office.ts'
import {
  NotConnected,
  PostDelayed,
  PostElsewhere,
  PostRefused,
  postNote,
  type Slack,
} from '#bot/slack/post.ts'
import type { Mailer, Sent } from '#mail/send.ts'
import { MailerClosed } from '#mail/take-turns.ts'
import { sendPush } from './send-push.ts'

/** The ways out; a door that is closed is null, and what is for it waits. */
export type WaysOut = { mailer: Mailer | null; slack: Slack | null }

export type Delivery = {
  /**
   * Takes up what is due, as far as there is room, and begins to deliver it. True when there may be more at
   * once; `freed` is called whenever something is done with.
   */
  round: (freed?: () => void) => Promise<boolean>
  /** Resolves when nothing is under way; for tests and the demo. */
  idle: () => Promise<void>
  /** Waits for what is under way, at most so many milliseconds; the rest is taken up again by whoever comes next. */
  close: (patience: number) => Promise<void>
}

const mostAtOnce = 160
/** Claims are made for so many at a time, if they can be had within `gathering` milliseconds: a claim costs a commit. */
const worthClaiming = 48
const gathering = 20

/** Delivers the outbox: a silent recipient holds one place, not the others; what becomes of each is kept as soon as it is known. */
export function createDelivery(office: Office, ways: WaysOut): Delivery {
  const underWay = new Map<string, Promise<void>>()
  const settle = settler(office)
  const look = lookAgain(office, () => underWay.keys())
  const renewal = setInterval(
    () => {
      renewClaims(office, [...underWay.keys()]).catch((error: unknown) =>
        office.log.error({ err: error }, 'claims not renewed'),
      )
    },
    (claimSeconds * 1000) / 3,
  )
  renewal.unref()
  let waiting: NodeJS.Timeout | undefined

  // Places that are free one by one are filled together; those that the silent hold are not waited for.
  function tell(freed: () => void) {
    const now = () => {
      clearTimeout(waiting)
      waiting = undefined
      freed()
    }
    if (mostAtOnce - underWay.size >= worthClaiming) now()
    else waiting ??= setTimeout(now, gathering)
  }

  async function round(freed = () => {}): Promise<boolean> {
    const room = mostAtOnce - underWay.size
    if (room <= 0) return false
    const rows = await claimOutbox(office, room)
    for (const row of rows) {
      const work = deliver(office, ways, row, look)
        .then((outcome) => settle({ row, outcome }))
        .catch((error: unknown) => office.log.error({ err: error, outboxId: row.id }, 'delivery not settled'))
        .finally(() => {
          underWay.delete(row.id)
          tell(freed)
        })
      underWay.set(row.id, work)
    }
    return rows.length > 0
  }

  async function idle() {
    while (underWay.size > 0) await Promise.all(underWay.values())
  }

  async function close(patience: number) {
    await Promise.race([idle(), pause(patience, undefined, { ref: false })])
    clearInterval(renewal)
    clearTimeout(waiting)
    ways.mailer?.close()
    // What had not had its turn goes back into the outbox.
    await Promise.race([idle(), pause(500, undefined, { ref: false })])
  }

  return { round, idle, close }
}

type Settled = { row: OutboxRow; outcome: Outcome }

// One transaction for all that was settled while the last one ran.
function settler(office: Office): (settled: Settled) => Promise<void> {
  let next: Settled[] = []
  let running: Promise<void> = Promise.resolve()
  return (settled) => {
    next.push(settled)
    if (next.length > 1) return running
    running = running
      .catch(() => {})
      .then(async () => {
        await pause(gathering)
        const batch = next
        next = []
        await settleDeliveries(office, batch).catch(async (error: unknown) => {
          if (batch.length === 1) throw error
          // One that cannot be kept must not have all the others sent again.
          office.log.error({ err: error }, 'deliveries are settled one by one')
          const alone = batch.map((one) => settleDeliveries(office, [one]))
          const failed = (await Promise.allSettled(alone)).find((one) => one.status === 'rejected')
          if (failed) throw failed.reason
        })
      })
    return running
  }
}

type Look = ReturnType<typeof lookAgain>

async function deliver(office: Office, ways: WaysOut, row: OutboxRow, look: Look): Promise<Outcome> {
  try {
    if (row.channel === 'push') return await sendPush(office, row)
    return await (row.channel === 'mail' ? sendMail(office, ways, row, look) : postChat(office, ways, row))
  } catch (error) {
    if (error instanceof MailerClosed) return { kind: 'held', until: office.clock() }
    office.log.error({ err: error, outboxId: row.id }, 'delivery failed')
    return { kind: 'delayed', reason: error instanceof Error ? error.message : 'unknown' }
  }
}

// A door that is closed may be opened by a restart with other settings; no attempt is counted meanwhile.
function doorClosed(office: Office): Outcome {
  return { kind: 'held', until: new Date(office.clock().getTime() + 60_000) }
}

/** A workspace without a good token may get one, for so long; news that are older are nobody's news any more. */
const waitsForToken = 3 * 24 * 3_600_000

function untilConnected(office: Office, row: OutboxRow): Outcome {
  const isOld = office.clock().getTime() - row.createdAt.getTime() > waitsForToken
  return isOld ? { kind: 'refused', reason: 'not connected', dead: false } : doorClosed(office)
}

async function sendMail(office: Office, { mailer }: WaysOut, row: OutboxRow, look: Look): Promise<Outcome> {
  if (!mailer) return doorClosed(office)
  const at = office.clock()
  // Ahead of its turn, together with the others; what it may wait for is looked at again when its turn has come.
  const letter = await letterFor(office, row)
  if (letter.kind === 'cancelled' || letter.kind === 'held') return letter
  return mailer.inTurn(async () => {
    const now = await look(row, { letter, at })
    return now.kind === 'cancelled' || now.kind === 'held' ? now : becameOf(await mailer.send(now))
  })
}

function becameOf(sent: Sent): Outcome {
  switch (sent.outcome) {
    case 'accepted':
      return {
        kind: 'accepted',
        as: sent.response,
        subject: sent.subject,
        serverMessageId: sent.serverMessageId,
      }
    case 'refused':
      return sent.hard
        ? { kind: 'refused', reason: sent.response, dead: true }
        : { kind: 'delayed', reason: sent.response }
    case 'failed':
      return { kind: 'delayed', reason: sent.error }
  }
}

async function postChat(office: Office, { slack }: WaysOut, row: OutboxRow): Promise<Outcome> {
  if (!slack || row.channel !== 'slack') return doorClosed(office)
  const note = await chatNoteFor(office, row)
  if (note.kind === 'cancelled' || note.kind === 'held' || note.kind === 'elsewhere') return note
  const rest = slack.rest(note.tenant)
  if (rest > 0) return { kind: 'held', until: new Date(office.clock().getTime() + rest) }
  try {
    const stands = await postNote(slack, note)
    return { kind: 'accepted', as: stands.messageId, stands }
  } catch (error) {
    if (error instanceof PostElsewhere) return { kind: 'elsewhere', because: error.because }
    if (error instanceof PostRefused) return { kind: 'refused', reason: error.reason, dead: false }
    if (error instanceof NotConnected) return untilConnected(office, row)
    if (error instanceof PostDelayed)
      return { kind: 'delayed', reason: 'rate limited', retryAfter: error.retryAfterMs }
    return { kind: 'delayed', reason: error instanceof Error ? error.message : 'unknown' }
  }
}
