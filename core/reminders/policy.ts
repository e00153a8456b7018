import { NotAValue } from '../errors.ts'

/** When and how often a firm reminds its clients. */
export type ReminderPolicy = {
  /** From this hour on, until before the other; in the client's own zone. */
  from: number
  until: number
  /** So many days lie between two reminders to a client, whatever they are about. */
  daysApart: number
  /** So many reach a client in seven days. */
  mostPerWeek: number
}

/** What holds where a firm has said nothing else. */
export const usualPolicy: ReminderPolicy = { from: 9, until: 19, daysApart: 2, mostPerWeek: 2 }

/** How far a firm may go; more would be pestering, less no reminder. */
export const policyLimits = { from: 6, until: 22, daysApart: [1, 7], mostPerWeek: [1, 2] } as const

/** The same policy, when a firm may have it. Throws NotAValue, which names the field. */
export function requirePolicy(policy: ReminderPolicy): ReminderPolicy {
  const { from, until, daysApart, mostPerWeek } = policy
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most
  if (!within(from, policyLimits.from, policyLimits.until - 1)) throw new NotAValue('from', String(from))
  if (!within(until, from + 1, policyLimits.until)) throw new NotAValue('until', String(until))
  if (!within(daysApart, ...policyLimits.daysApart)) throw new NotAValue('apart', String(daysApart))
  if (!within(mostPerWeek, ...policyLimits.mostPerWeek)) throw new NotAValue('weekly', String(mostPerWeek))
  return { from, until, daysApart, mostPerWeek }
}
