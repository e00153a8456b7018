import type { Fault } from './config-invalid.ts'
import type { Setting } from './setting.ts'
import { notAvailable, settings } from './settings.ts'

/** Where settings come from: `process.env`, or the like. */
export type Environment = Readonly<Record<string, string | undefined>>

export type Key = keyof typeof settings

type ValueOf<S> = S extends Setting<infer Value> & { default: infer Default }
  ? Default extends string
    ? Value
    : Value | null
  : never

/** The value of each key. */
export type Values = { [K in Key]: ValueOf<(typeof settings)[K]> }

/** What was written for a key, without blanks around it; null when nothing was, for `KEY=` is as good as no line. */
export function given(env: Environment, key: string): string | null {
  return env[key]?.trim() || null
}

/** Parses each key by itself. The values are whole only when there are no faults. */
export function parseSettings(env: Environment): { values: Values; faults: Fault[] } {
  const values: Record<string, unknown> = {}
  const faults = faultsOfClosedDoors(env)

  for (const [key, setting] of Object.entries<Setting<unknown>>(settings)) {
    const text = given(env, key) ?? setting.default
    if (text === null) {
      values[key] = null
      continue
    }
    const parsed = setting.schema.safeParse(text)
    if (parsed.success) values[key] = parsed.data
    else faults.push(faultOf(key, setting, text, parsed.error.issues[0]?.message ?? 'is not valid'))
  }
  // Filled key by key from `settings`, which TypeScript cannot follow.
  return { values: values as Values, faults }
}

/** A fault of a key with its example, as every fault of the configuration is told. */
export function faultOf(key: string, setting: Setting<unknown>, text: string | null, problem: string): Fault {
  const shown = text === null || setting.secret ? '' : ` (it is ${JSON.stringify(text.slice(0, 80))})`
  return { where: key, problem: `${problem}${shown}`, example: `${key}=${setting.example}` }
}

function faultsOfClosedDoors(env: Environment): Fault[] {
  return Object.keys(env)
    .filter((key) => given(env, key) !== null && notAvailable.some((pattern) => pattern.test(key)))
    .map((key) => ({ where: key, problem: 'is not available in this version: remove it', example: null }))
}
