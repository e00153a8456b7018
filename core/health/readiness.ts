import { connect } from 'node:net'
import { and, inArray, lt, ne } from 'drizzle-orm'
import { firms } from '#db/schema/firms.ts'
import { mailboxes } from '#db/schema/mailboxes.ts'
import type { Office } from '../office.ts'

export type Readiness = { database: boolean; files: boolean; mail: boolean }

/** Whether each thing Despacho stands on answers within two seconds; a door that is closed counts as answering. */
export async function readiness(office: Office): Promise<Readiness> {
  const [database, files, mail] = await Promise.all([
    answers(office.db.read.select({ id: firms.id }).from(firms).limit(1)),
    answers(touch(office)),
    answers(Promise.all([reachMail(office), mailboxesWell(office)])),
  ])
  return { database, files, mail }
}

async function answers(work: Promise<unknown>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2000).unref())
  return Promise.race([work.then(() => true).catch(() => false), late])
}

async function touch({ files }: Office): Promise<void> {
  const key = `ready/${process.pid}`
  await files.put(key, one())
  await files.remove(key)
}

async function* one(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('ready')
}

const passing = 60_000

/** Mail that is only not moved is read all the same. */
async function mailboxesWell({ config, db, clock }: Office): Promise<void> {
  const names = config.mailIn?.imap?.mailboxes.map(({ name }) => name) ?? []
  if (names.length === 0) return
  const lasting = await db.read
    .select({ name: mailboxes.name })
    .from(mailboxes)
    .where(
      and(
        inArray(mailboxes.name, names),
        ne(mailboxes.trouble, 'not_moved'),
        lt(mailboxes.troubleSince, new Date(clock().getTime() - passing)),
      ),
    )
  if (lasting.length > 0) throw new Error('a mailbox is not read')
}

async function reachMail({ config }: Office): Promise<void> {
  if (!config.mail) return
  const { hostname, port, protocol } = new URL(config.mail.smtpUrl)
  const socket = connect({ host: hostname, port: Number(port) || (protocol === 'smtps:' ? 465 : 587) })
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve())
      socket.once('error', reject)
      socket.setTimeout(2000, () => reject(new Error('mail server is silent')))
    })
  } finally {
    socket.destroy()
  }
}
