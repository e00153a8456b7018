import type { PendingRequest, PendingWork } from '../../delivery/chat-note.ts'
import { firmOf } from '../../firms/firm.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { ownMatters } from '../own-matters.ts'
import { countFailed, failed, type FailedMail } from './failed.ts'
import { countOverdue, overdue } from './overdue.ts'
import type { Place, QueuePage } from './place.ts'
import { countQuarantined, quarantined } from './quarantined.ts'
import { recentActivity, type Activity } from './recent-activity.ts'
import type { Scope } from './scope.ts'
import { countToReview, toReview } from './to-review.ts'

/** What work there is, in the order in which it presses. */
export const queues = ['toReview', 'overdue', 'quarantined', 'failed'] as const
export type QueueName = (typeof queues)[number]

export type WorkQueue = {
  /** How many of each that is shown; more than `mostCounted` means so many and more. */
  counts: Record<QueueName, number>
  toReview: QueuePage<PendingWork['toReview'][number]>
  overdue: QueuePage<PendingRequest>
  quarantined: QueuePage<PendingWork['quarantined'][number]>
  failed: QueuePage<FailedMail>
  activity: Activity[]
}

export type LookAtQueue = {
  by: MemberActor
  /** One list from a place on; null: the beginning of each. */
  only: { queue: QueueName; place: Place } | null
  /** How many entries a list shows. */
  size: number
}

const mostActivity = 8

/**
 * The member's work: in the matters they answer for or, when they answer for none, in all they may see. What it costs depends
 * on how much is shown, not on how much waits.
 */
export async function workQueue(office: Office, { by: who, only, size }: LookAtQueue): Promise<WorkQueue> {
  const tx = office.db.read
  const by = await memberActing(tx, who)
  const { timeZone: firmZone } = await firmOf(tx, by.firmId)
  const scope: Scope = { tx, by, mine: await ownMatters(tx, by) }
  const now = office.clock()
  const today = { now, firmZone }
  const isShown = (queue: QueueName) => only === null || only.queue === queue
  const place = only?.place ?? null
  return {
    counts: {
      toReview: isShown('toReview') ? await countToReview(scope) : 0,
      overdue: isShown('overdue') ? await countOverdue(scope, today) : 0,
      quarantined: isShown('quarantined') ? await countQuarantined(scope) : 0,
      failed: isShown('failed') ? await countFailed(scope, now) : 0,
    },
    toReview: isShown('toReview') ? await toReview(scope, place, size) : nothing(),
    overdue: isShown('overdue') ? await overdue(scope, today, place, size) : nothing(),
    quarantined: isShown('quarantined') ? await quarantined(scope, place, size) : nothing(),
    failed: isShown('failed') ? await failed(scope, now, place, size) : nothing(),
    activity: only === null ? await recentActivity(scope, mostActivity) : [],
  }
}

function nothing<Entry>(): QueuePage<Entry> {
  return { entries: [], next: null, back: null }
}
