import type { Firm } from '../firms/firm.ts'
import type { MailTelling, PushTelling } from '../notices.ts'

/** For so long a send can be undone. */
export const undoSeconds = 60

/** The same tellings, to leave once the firm's time for second thoughts is over; at once where it has none. */
export function heldBack<Told extends MailTelling | PushTelling>(
  { holdSeconds }: Firm,
  tellings: Told[],
  now: Date,
): Told[] {
  if (holdSeconds === 0) return tellings
  const at = new Date(now.getTime() + holdSeconds * 1000)
  return tellings.map((telling) => ({ ...telling, at }))
}

/** Whether it was sent so lately that its author may still undo it. */
export function mayBeUndone(
  sent: { authorId: string; createdAt: Date },
  memberId: string,
  now: Date,
): boolean {
  return sent.authorId === memberId && now.getTime() - sent.createdAt.getTime() < undoSeconds * 1000
}
