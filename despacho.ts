import { Writable } from 'node:stream'
import { access } from '#core/administration/access.ts'
import { client } from '#core/administration/client.ts'
import { UsageFault, type Command } from '#core/administration/command.ts'
import { entry } from '#core/administration/entry.ts'
import { firm } from '#core/administration/firm.ts'
import { matter } from '#core/administration/matter.ts'
import { member } from '#core/administration/member.ts'
import { ConfigInvalid } from '#core/config/config-invalid.ts'
import { readOwnConfig } from '#core/config.ts'
import { isRefusal } from '#core/errors.ts'
import type { Office } from '#core/office.ts'
import { openOffice } from '#core/open-office.ts'

const nouns: Record<string, Record<string, Command>> = { firm, member, client, matter, access, entry }

/** Runs one command of administration: its result on standard output, faults on standard error and exit 1. */
async function main(args: string[]): Promise<number> {
  const json = args.includes('--json')
  const [noun = '', verb = '', ...flags] = args.filter((arg) => arg !== '--json')
  const found = Object.hasOwn(nouns, noun) ? nouns[noun] : undefined
  const command = found && Object.hasOwn(found, verb) ? found[verb] : undefined
  if (!command) return fail(`unknown command: ${[noun, verb].join(' ').trim() || '(none)'}\n\n${help()}`)
  try {
    const result = await withOffice((office) => command.run(office, flags))
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : plain(result))
    return 0
  } catch (error) {
    if (error instanceof UsageFault)
      return fail(`${error.message}\nusage: despacho ${noun} ${verb} ${command.usage}`)
    if (error instanceof ConfigInvalid) return fail(error.message)
    if (isRefusal(error))
      return fail([error.code, ...Object.entries(error.facts).map(([k, v]) => `${k}: ${v}`)].join(', '))
    throw error
  }
}

async function withOffice(work: (office: Office) => Promise<object>): Promise<object> {
  // Whoever runs the jobs looks at the outbox each second; nobody has to be woken.
  const office = await openOffice(readOwnConfig({ production: false }), {
    migrate: true,
    logTo: onStandardError,
  })
  try {
    return await work(office)
  } finally {
    await office.db.close()
  }
}

const onStandardError = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    process.stderr.write(chunk, () => done())
  },
})

function plain(result: object): string {
  return Object.entries(result)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
    .join('')
}

function help(): string {
  const lines = Object.entries(nouns).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, { usage }]) => `  despacho ${noun} ${verb} ${usage}`),
  )
  return `Commands (add --json for one object on standard output):\n${lines.join('\n')}`
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}

process.exitCode = await main(process.argv.slice(2))
