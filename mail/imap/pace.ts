import type { MailboxTrouble } from '#core/mailboxes/note-mailbox-trouble.ts'

/** How a mailbox is read, in milliseconds. */
export type Pace = {
  /** Between two looks, should nobody tell of news. */
  look: number
  /** The same where the server cannot tell of news (no IDLE). */
  lookWithoutIdle: number
  /** Between two questions whether a stored mail has its final state. */
  settle: number
  /** The longest IDLE: servers and what stands before them forget who is quiet. */
  idle: number
  /** A server that does not answer for so long is gone. */
  silence: number
  /** How long a mail may take to be finished once the reading is to end. */
  farewell: number
  /** The first pause after a failure; each further one is twice as long, up to `longestPause`. */
  pause: number
  longestPause: number
  /** A reader that has not been heard of for so long is dead, and another takes over. */
  lease: number
  /** Trouble that lasts so long is told. */
  lasting: number
}

export const usualPace: Pace = {
  look: 60_000,
  lookWithoutIdle: 15_000,
  settle: 250,
  idle: 5 * 60_000,
  silence: 40_000,
  farewell: 4000,
  pause: 1000,
  longestPause: 5 * 60_000,
  lease: 12_000,
  lasting: 10 * 60_000,
}

/** A login that was refused is not tried so often that the account is locked for it. */
const afterRefusal = 15

/** Milliseconds to wait after so many failures in a row: twice as long after each, up to the longest pause. */
export function pauseAfter(pace: Pace, failed: number, trouble: MailboxTrouble): number {
  const first = trouble === 'login_refused' && failed > 1 ? pace.pause * afterRefusal : pace.pause
  const longest = Math.min(first * 2 ** Math.min(failed - 1, 20), pace.longestPause)
  // Not all at once, when a server comes back.
  return longest * (0.75 + Math.random() / 4)
}
