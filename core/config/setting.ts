import type { z } from 'zod'

/** One key of the environment. */
export type Setting<Value> = {
  /** What it does, for whoever runs the server; one sentence or two. */
  doc: string
  /** Turns the text of the environment into a value; its messages end the sentence "KEY …". */
  schema: z.ZodType<Value, string>
  /** As it would be written; null when the setting may be absent and then has no value. */
  default: string | null
  /** A right value, shown beside a wrong one. */
  example: string
  /** Never shown, neither in faults nor in logs. */
  secret?: true
}

/** A setting that always has a value. */
export function setting<Value>(
  is: Setting<Value> & { default: string },
): Setting<Value> & { default: string } {
  return is
}

/** A setting that is null unless given. */
export function optional<Value>(is: Omit<Setting<Value>, 'default'>): Setting<Value> & { default: null } {
  return { ...is, default: null }
}
