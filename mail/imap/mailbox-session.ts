import { ImapFlow } from 'imapflow'
import type { ImapSettings, MailboxSettings } from '#core/config.ts'
import type { MailboxTrouble } from '#core/mailboxes/note-mailbox-trouble.ts'
import type { Office } from '#core/office.ts'
import type { InboundState } from '#core/replies/receive-reply.ts'
import { storedFrom } from '#core/replies/inbound/stored-from.ts'
import { ensureFolder } from './folders.ts'
import type { Pace } from './pace.ts'
import { leaveMail, takeMail, type MailThere } from './take-mail.ts'
import { mailboxFault, MailboxFault, onOurSide } from './trouble.ts'
import { watchSilence } from './watch-silence.ts'

export type MailboxSession = {
  office: Office
  mailbox: MailboxSettings
  folders: Pick<ImapSettings, 'processedFolder' | 'quarantineFolder'>
  credentials: { pass: string } | { accessToken: string }
  pace: Pace
  /** Tries that failed, by mail; outlives the connection, for a mail may be what breaks it. */
  failures: Map<string, number>
  /** Hears after each look what there is to complain of; null: everything that was there has been taken in. */
  report: (trouble: MailboxTrouble | null) => Promise<void>
  /** Ends it: the mail at hand is finished, then the server told. */
  signal: AbortSignal
}

const mostFailures = 5
const mostInOneCommand = 200

/** States in which somebody has to look at a mail, or nobody may. */
const forQuarantine: InboundState[] = ['quarantined', 'unmatched', 'unreadable', 'discarded']

/**
 * One connection to a mailbox, from the login to its end: what is there is stored, mail by mail, then moved to the folder
 * that its final state asks for, and what comes is heard of at once (IDLE) or found by looking. Throws a MailboxFault when
 * it ends otherwise than by the signal.
 */
export async function runSession(session: MailboxSession): Promise<void> {
  const { mailbox, pace, signal } = session
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.encryption === 'tls',
    doSTARTTLS: mailbox.encryption === 'tls' ? undefined : mailbox.encryption === 'starttls',
    auth: { user: mailbox.user, ...session.credentials },
    clientInfo: { name: 'Despacho' },
    logger: false,
    autoIdleDelay: 100,
    maxIdleTime: pace.idle,
    connectionTimeout: pace.silence,
    greetingTimeout: pace.silence,
    socketTimeout: pace.silence,
    maxLiteralSize: 16 * 1024 * 1024,
  })
  let fault: unknown
  let wake = () => {}
  client.on('error', (error) => (fault ??= error))
  client.on('close', () => wake())
  client.on('exists', () => {
    news = true
    wake()
  })
  let cut: NodeJS.Timeout | undefined
  const abort = () => {
    wake()
    cut = setTimeout(() => client.close(), pace.farewell)
  }
  signal.addEventListener('abort', abort)
  let news = true
  let isAsked = true
  const stopWatching = watchSilence(client, pace.silence, () => isAsked)
  try {
    await client.connect()
    const work = await openMailbox(session, client)
    let lookAt = 0
    while (client.usable && !signal.aborted) {
      const isDue = news || Date.now() >= lookAt
      news = false
      isAsked = isDue || work.waiting() > 0
      if (isDue) {
        await work.takeNew()
        lookAt = Date.now() + (client.capabilities.has('IDLE') ? pace.look : pace.lookWithoutIdle)
      }
      await work.moveSettled()
      if (isDue && client.usable) await onOurSide(session.report(work.complaint()))
      if (news || !client.usable || signal.aborted) continue
      isAsked = false
      const rest = Math.max(0, lookAt - Date.now())
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, work.waiting() > 0 ? Math.min(pace.settle, rest) : rest)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  } catch (error) {
    if (!signal.aborted) throw mailboxFault(fault ?? error)
  } finally {
    signal.removeEventListener('abort', abort)
    await leave(client)
    stopWatching()
    clearTimeout(cut)
  }
  if (!signal.aborted) throw mailboxFault(fault ?? new Error('the server closed the connection'))
}

/** The mailbox is open, and the folders to which its mail goes are there. */
async function openMailbox(session: MailboxSession, client: ImapFlow) {
  const { mailbox, folders } = session
  try {
    // A path in parts: joined as this server does.
    await client.mailboxOpen(mailbox.folder)
  } catch (error) {
    if (!client.usable) throw error
    throw new MailboxFault('folder_missing', `${mailbox.name} cannot be opened`, error)
  }
  return new OpenMailbox(session, client, {
    processed: folders.processedFolder.split('/'),
    quarantine: folders.quarantineFolder.split('/'),
  })
}

type Folder = 'processed' | 'quarantine'

class OpenMailbox {
  private readonly session: MailboxSession
  private readonly client: ImapFlow
  private readonly folders: Record<Folder, string[]>
  private readonly paths = new Map<Folder, string>()
  /** UIDs with which nothing is to be done before the next look. */
  private rested = new Set<number>()
  /** Stored, and to be moved once their state is known. */
  private stored = new Set<number>()
  private notTaken = 0

  constructor(session: MailboxSession, client: ImapFlow, folders: Record<Folder, string[]>) {
    this.session = session
    this.client = client
    this.folders = folders
  }

  waiting(): number {
    return this.stored.size
  }

  /** What the last look could not do. */
  complaint(): MailboxTrouble | null {
    if (this.notTaken > 0) return 'not_taken'
    return this.rested.size > 0 ? 'not_moved' : null
  }

  /** Stores what is not stored yet, oldest first, but what failed before after everything else. */
  async takeNew(): Promise<void> {
    const { failures, signal } = this.session
    const uids = await this.client.search({ all: true }, { uid: true })
    if (!uids) throw new Error('the server does not say what is in the mailbox')
    this.rested = new Set()
    this.stored = new Set()
    this.notTaken = 0
    const known = await this.statesOf(uids)
    for (const uid of uids) if (known.has(this.keyOf(uid))) this.stored.add(uid)
    const fresh = uids.filter((uid) => !this.stored.has(uid))
    const tried = (uid: number) => failures.get(this.keyOf(uid)) ?? 0
    fresh.sort((a, b) => tried(a) - tried(b) || a - b)
    for (let at = 0; at < fresh.length && !signal.aborted; at += mostInOneCommand)
      await this.takeSome(fresh.slice(at, at + mostInOneCommand))
  }

  private async takeSome(uids: number[]): Promise<void> {
    const { mailbox, signal } = this.session
    const sizes = new Map<number, number>()
    for (const { uid, size } of await this.client.fetchAll(uids, { uid: true, size: true }, { uid: true }))
      sizes.set(uid, size ?? 0)
    for (const uid of uids) {
      const size = sizes.get(uid)
      // Somebody else has moved it meanwhile.
      if (size === undefined) continue
      if (signal.aborted) return
      await this.takeOne({ source: mailbox.name, sourceKey: this.keyOf(uid), uid, size })
      // What is read meanwhile need not wait for the rest.
      await this.moveSettled()
    }
  }

  private async takeOne(mail: MailThere): Promise<void> {
    const { office, failures } = this.session
    const failed = failures.get(mail.sourceKey) ?? 0
    // Counted before it is tried, for it may be what ends the connection.
    failures.set(mail.sourceKey, failed + 1)
    try {
      if (failed < mostFailures) await takeMail(office, this.client, mail)
      else await leaveMail(office, this.client, mail, `failed ${failed} times`)
    } catch (error) {
      if (error instanceof MailboxFault) {
        // Nothing is wrong with this mail.
        failures.set(mail.sourceKey, failed)
        throw error
      }
      if (!this.client.usable) throw error
      office.log.error({ err: error, mailbox: mail.source, mail: mail.sourceKey }, 'a mail was not taken')
      this.notTaken += 1
      return
    }
    failures.delete(mail.sourceKey)
    this.stored.add(mail.uid)
  }

  /** Moves what has its final state; a mail that cannot be moved stays, and is tried again at the next look. */
  async moveSettled(): Promise<void> {
    const uids = [...this.stored].filter((uid) => !this.rested.has(uid))
    if (uids.length === 0) return
    const states = await this.statesOf(uids)
    const settled: Record<Folder, number[]> = { processed: [], quarantine: [] }
    for (const uid of uids) {
      const state = states.get(this.keyOf(uid))
      if (state && state !== 'stored')
        settled[forQuarantine.includes(state) ? 'quarantine' : 'processed'].push(uid)
    }
    await this.move(settled.processed, 'processed')
    await this.move(settled.quarantine, 'quarantine')
  }

  private async move(uids: number[], to: Folder): Promise<void> {
    for (let at = 0; at < uids.length; at += mostInOneCommand) {
      const some = uids.slice(at, at + mostInOneCommand)
      const moved = await this.moveSome(some, to)
      for (const uid of some) {
        if (moved) this.stored.delete(uid)
        else this.rested.add(uid)
      }
    }
  }

  private async moveSome(uids: number[], to: Folder): Promise<boolean> {
    const { office, mailbox } = this.session
    try {
      const path = this.paths.get(to) ?? (await ensureFolder(this.client, this.folders[to]))
      this.paths.set(to, path)
      if (await this.client.messageMove(uids, path, { uid: true })) return true
      throw new Error('the server does not move them')
    } catch (error) {
      this.paths.delete(to)
      if (!this.client.usable) throw error
      office.log.warn({ err: error, mailbox: mailbox.name, number: uids.length }, 'mails were not moved')
      return false
    }
  }

  private statesOf(uids: number[]): Promise<Map<string, InboundState>> {
    const { office, mailbox } = this.session
    const keys = uids.map((uid) => this.keyOf(uid))
    return onOurSide(storedFrom(office, mailbox.name, keys))
  }

  private keyOf(uid: number): string {
    const open = this.client.mailbox
    if (!open) throw new Error('the mailbox is not open any more')
    return `${open.uidValidity}:${uid}`
  }
}

// A server that is gone is not waited for.
async function leave(client: ImapFlow): Promise<void> {
  if (client.usable) {
    const patience = setTimeout(() => client.close(), 1500)
    await client.logout().catch(() => {})
    clearTimeout(patience)
  }
  client.close()
}
