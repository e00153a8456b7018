import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { inboundMessages } from '#db/schema/replies.ts'
import type { Office } from '#core/office.ts'
import { createReading } from '#jobs/reading.ts'
import { readMailboxes } from '#mail/imap.ts'
import type { Pace } from '#mail/imap/pace.ts'
import { testOffice, type TestOffice } from '../office/test-office.ts'
import { until } from '../until.ts'

/** Like the usual one, with no patience. */
export const hastyPace: Pace = {
  look: 400,
  lookWithoutIdle: 200,
  settle: 50,
  idle: 60_000,
  silence: 1500,
  farewell: 1000,
  pause: 100,
  longestPause: 400,
  lease: 1500,
  lasting: 500,
}

export type MailboxReader = {
  /** Ends it as SIGTERM does. */
  close: () => Promise<void>
  /** It goes on reading, but nobody hears that it does: to the others it is dead. */
  faint: () => void
}

/** An office with these mailboxes, in which time passes. */
export async function mailboxOffice(urls: string[], env: Record<string, string> = {}): Promise<TestOffice> {
  const office = await testOffice({ IMAP_URL: urls.join(' '), ...env })
  office.clock = () => new Date()
  return office
}

/** Takes in what is in the mailboxes of the office and, unless told otherwise, reads it to its final state. */
export function startReader(
  office: Office,
  { reads = true, pace = hastyPace }: { reads?: boolean; pace?: Pace } = {},
): MailboxReader {
  const { imap } = office.config.mailIn ?? {}
  if (!imap) throw new Error('the office has no mailbox')
  const reading = reads ? createReading(office) : null
  const mailboxes = readMailboxes(office, imap, pace)
  const beat = repeat(() => mailboxes.round(), mailboxes.every)
  const rounds = repeat(async () => {
    await reading?.round()
  }, 50)
  return {
    async close() {
      await Promise.all([beat.stop(), rounds.stop()])
      await mailboxes.close(5000)
      await reading?.close(5000)
    },
    faint: () => void beat.stop(),
  }
}

function repeat(work: () => Promise<unknown>, every: number): { stop: () => Promise<void> } {
  const stopping = Promise.withResolvers<void>()
  let isOver = false
  const going = (async () => {
    while (!isOver) {
      await work()
      await Promise.race([stopping.promise, new Promise((resolve) => setTimeout(resolve, every))])
    }
  })()
  return {
    async stop() {
      isOver = true
      stopping.resolve()
      await going
    },
  }
}

/** A mail of nobody in particular, with a Message-ID and a text of its own. */
export function plainMail(name: string, size = 0): string {
  return [
    `From: ${name} <${name}@otro.example>`,
    'To: casos@estudio.example',
    `Subject: Consulta de ${name}`,
    `Message-ID: <${randomUUID()}@otro.example>`,
    'Date: Tue, 03 Mar 2026 14:00:00 +0000',
    '',
    `Soy ${name}.`,
    ...Array.from({ length: Math.ceil(size / 72) }, () => 'x'.repeat(70)),
    '',
  ].join('\r\n')
}

/** What became of the mails from somebody, in the order they came. */
export async function statesOf(office: Office, name: string): Promise<string[]> {
  const rows = await office.db.read
    .select({ state: inboundMessages.state })
    .from(inboundMessages)
    .where(eq(inboundMessages.fromAddress, `${name}@otro.example`))
    .orderBy(inboundMessages.receivedAt)
  return rows.map(({ state }) => state)
}

/** Waits until the newest mail of somebody has this state. */
export async function untilState(
  office: Office,
  name: string,
  state: string,
  within = 15_000,
): Promise<void> {
  await until(
    async () => ((await statesOf(office, name)).includes(state) ? true : undefined),
    `the mail of ${name} to be ${state}`,
    within,
  )
}
