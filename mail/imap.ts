import { setTimeout as pause } from 'node:timers/promises'
import type { ImapSettings, MailboxSettings } from '#core/config.ts'
import { newId } from '#core/ids.ts'
import { holdMailbox } from '#core/mailboxes/hold-mailbox.ts'
import { leaveMailbox } from '#core/mailboxes/leave-mailbox.ts'
import type { Office } from '#core/office.ts'
import { accessTokens } from './imap/access-tokens.ts'
import { keepReading } from './imap/keep-reading.ts'
import { usualPace, type Pace } from './imap/pace.ts'

export type MailboxReading = {
  /** To be called several times within a lease: mailboxes that nobody else reads are read from now on, by us alone. */
  round: () => Promise<void>
  /** Milliseconds from one round to the next. */
  every: number
  /** Lets go of all of them; the mail at hand has so many milliseconds to be finished. */
  close: (patience: number) => Promise<void>
}

type Reader = { stop: () => void; ended: Promise<void>; heldAt: number }

/** Reads the mailboxes of the settings over IMAP, each in one process of however many there are. */
export function readMailboxes(
  office: Office,
  settings: ImapSettings,
  pace: Pace = usualPace,
): MailboxReading {
  const us = newId(office.clock())
  const tokens = settings.oauth && accessTokens(office, settings.oauth)
  const readers = new Map<string, Reader>()

  async function round() {
    for (const mailbox of settings.mailboxes) await look(mailbox)
  }

  async function look(mailbox: MailboxSettings) {
    const askedAt = performance.now()
    try {
      const hold = { mailbox: mailbox.name, reader: us, during: pace.lease }
      if (await holdMailbox(office, hold)) {
        const reader = readers.get(mailbox.name)
        if (reader) reader.heldAt = askedAt
        else begin(mailbox, askedAt)
        return
      }
      end(mailbox)
    } catch (error) {
      office.log.error({ err: error, mailbox: mailbox.name }, 'a mailbox could not be held')
      const reader = readers.get(mailbox.name)
      // By now somebody else may have it.
      if (reader && performance.now() - reader.heldAt > pace.lease * 0.8) end(mailbox)
    }
  }

  function begin(mailbox: MailboxSettings, heldAt: number) {
    const stopping = new AbortController()
    office.log.info({ mailbox: mailbox.name }, 'a mailbox is read here')
    const ended = keepReading({ office, mailbox, folders: settings, tokens, pace, signal: stopping.signal })
      .catch((error: unknown) => office.log.error({ err: error, mailbox: mailbox.name }, 'a reader failed'))
      .finally(() => readers.delete(mailbox.name))
    readers.set(mailbox.name, { stop: () => stopping.abort(), ended, heldAt })
  }

  function end({ name }: MailboxSettings) {
    const reader = readers.get(name)
    if (!reader) return
    office.log.warn({ mailbox: name }, 'a mailbox is not read here any more')
    reader.stop()
  }

  async function close(patience: number) {
    const held = [...readers.entries()]
    for (const [, reader] of held) reader.stop()
    await Promise.race([
      Promise.all(held.map(([, { ended }]) => ended)),
      pause(patience, undefined, { ref: false }),
    ])
    for (const [mailbox] of held) await leaveMailbox(office, { mailbox, reader: us })
  }

  return { round, every: Math.round(pace.lease / 3), close }
}
