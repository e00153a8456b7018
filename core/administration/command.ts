import { parseArgs } from 'node:util'
import { eq } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { firms } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { NotFound } from '../errors.ts'
import type { SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'

type Shape = {
  required?: readonly string[]
  optional?: readonly string[]
  repeated?: readonly string[]
  switches?: readonly string[]
}

type Names<S extends Shape, K extends keyof Shape> = S[K] extends readonly string[] ? S[K][number] : never

type Given<S extends Shape> = Record<Names<S, 'required'>, string> &
  Partial<Record<Names<S, 'optional'>, string>> &
  Record<Names<S, 'repeated'>, string[]> &
  Record<Names<S, 'switches'>, boolean>

export type Command = {
  /** How it is called, for those who call it wrongly. */
  usage: string
  run: (office: Office, args: string[]) => Promise<object>
}

/** The command was called with flags it does not have, or without those it needs. */
export class UsageFault extends Error {}

/** Makes a command of its flags and what it does; unknown and missing flags are refused before anything happens. */
export function command<const S extends Shape>(
  shape: S,
  act: (office: Office, given: Given<S>) => Promise<object>,
): Command {
  return {
    usage: usageOf(shape),
    run: (office, args) => act(office, parse(shape, args)),
  }
}

function parse<S extends Shape>(shape: S, args: string[]): Given<S> {
  const { required = [], optional = [], repeated = [], switches = [] } = shape
  const options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {}
  for (const name of [...required, ...optional]) options[name] = { type: 'string' }
  for (const name of repeated) options[name] = { type: 'string', multiple: true }
  for (const name of switches) options[name] = { type: 'boolean' }
  const values = parsed(args, options)
  const missing = required.filter((name) => values[name] === undefined)
  if (missing.length > 0) throw new UsageFault(`missing: ${missing.map((name) => `--${name}`).join(', ')}`)
  for (const name of repeated) values[name] ??= []
  for (const name of switches) values[name] ??= false
  // `parseArgs` gives each flag the type it was declared with, and all that may not be absent is there.
  return values as Given<S>
}

function parsed(args: string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']) {
  try {
    return { ...parseArgs({ args, options, strict: true, allowPositionals: false }).values } as Record<
      string,
      unknown
    >
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : 'unreadable flags')
  }
}

function usageOf({ required = [], optional = [], repeated = [], switches = [] }: Shape): string {
  return [
    ...required.map((name) => `--${name} …`),
    ...repeated.map((name) => `[--${name} …]*`),
    ...optional.map((name) => `[--${name} …]`),
    ...switches.map((name) => `[--${name}]`),
  ].join(' ')
}

const owners = { client: clients, matter: matters, access: accesses } as const

/** The administrator, acting for the firm that owns a row. Throws NotFound. */
export async function forFirmOf(office: Office, kind: keyof typeof owners, id: string): Promise<SystemActor> {
  const table = owners[kind]
  const [row] = await office.db.read.select({ firmId: table.firmId }).from(table).where(eq(table.id, id))
  if (!row) throw new NotFound()
  return { kind: 'system', firmId: row.firmId }
}

/** The administrator, acting for a firm that exists. Throws NotFound. */
export async function forFirm(office: Office, firmId: string): Promise<SystemActor> {
  const [row] = await office.db.read.select({ id: firms.id }).from(firms).where(eq(firms.id, firmId))
  if (!row) throw new NotFound()
  return { kind: 'system', firmId: row.id }
}
