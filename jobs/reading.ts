import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { claimSeconds } from '#core/delivery/claim-outbox.ts'
import { keyFor } from '#core/keys.ts'
import type { Office } from '#core/office.ts'
import { claimInbound, renewInbound } from '#core/replies/inbound/claim-inbound.ts'
import { giveUpOn } from '#core/replies/inbound/give-up-on.ts'
import type { IncomingMail } from '#core/replies/inbound/incoming-mail.ts'
import { receiveReply, type Inbound } from '#core/replies/receive-reply.ts'
import { scanAttachments } from '#core/virus/scan-attachments.ts'
import { MailUnreadable } from '#mail/mail-unreadable.ts'
import { createMailReader, type MailReader } from '#mail/parse.ts'
import { readBounceAddress, readReplyAddress } from '#mail/reply-address.ts'

export type Reading = {
  /**
   * Takes up stored mails, as far as there is room, and begins to read them. True when there may be more at
   * once; `freed` is called whenever something is done with.
   */
  round: (freed?: () => void) => Promise<boolean>
  idle: () => Promise<void>
  close: (patience: number) => Promise<void>
}

const mostAtOnce = 12
/** A claim costs nearly as much for one mail as for several, so a few places are free first; but not for longer than this. */
const fewPlaces = 4
const longestWithout = 250

/** Reads stored mails to their one final state; a mail that takes its time or breaks the parser holds one place, not the others. */
export function createReading(office: Office): Reading {
  const { mailIn } = office.config
  const underWay = new Map<string, Promise<void>>()
  let claimedAt = -Infinity
  const reader = createMailReader({
    trustedAuthservId: mailIn?.trustedAuthservId ?? null,
    facesInternet: mailIn?.facesInternet ?? false,
    systemAddresses: systemAddresses(office),
    mostAttachmentBytes: office.config.maxMessageBytes,
  })
  const renewal = setInterval(
    () => {
      renewInbound(office, [...underWay.keys()]).catch((error: unknown) =>
        office.log.error({ err: error }, 'claims not renewed'),
      )
    },
    (claimSeconds * 1000) / 3,
  )
  renewal.unref()

  async function round(freed = () => {}): Promise<boolean> {
    const room = mostAtOnce - underWay.size
    const isTime = room >= fewPlaces || (room > 0 && performance.now() - claimedAt > longestWithout)
    const claimed = isTime ? await claimInbound(office, room) : []
    if (isTime) claimedAt = performance.now()
    for (const inbound of claimed) {
      const work = readOne(office, reader, inbound)
        .catch((error: unknown) => office.log.error({ err: error, inboundId: inbound.id }, 'mail not read'))
        .finally(() => {
          underWay.delete(inbound.id)
          freed()
        })
      underWay.set(inbound.id, work)
    }
    return claimed.length > 0
  }

  async function idle() {
    while (underWay.size > 0) await Promise.all(underWay.values())
  }

  async function close(patience: number) {
    await Promise.race([idle(), pause(patience, undefined, { ref: false })])
    clearInterval(renewal)
    await reader.close()
  }

  return { round, idle, close }
}

async function readOne(office: Office, reader: MailReader, inbound: Inbound): Promise<void> {
  // Beside the files, so that what a killed reader leaves behind is tidied away with them.
  const spoolDir = office.files.pathOf(`spool/${randomUUID()}`)
  try {
    const mail = await reader.read(office.files.pathOf(inbound.rawKey), {
      spoolDir,
      envelope: envelopeOf(inbound),
    })
    const storedAs = await keep(office, inbound, mail)
    const scans = await scanAttachments(office, mail.attachments, storedAs)
    const { ids, forged } = replyAddressesAmong(office, [...inbound.envelopeTo, ...mail.recipients])
    const shown = replyAddressesAmong(office, mail.shownTo)
    const state = await receiveReply(office, {
      inboundId: inbound.id,
      mail,
      replyAddressIds: ids,
      shownIds: shown.ids,
      shownOurs: shown.ids.length > 0 || shown.forged || mail.shownTo.some((one) => isOurs(office, one)),
      bounceIds: bounceIdsAmong(office, inbound.envelopeTo),
      quotedIds: codesIn(office, mail.text),
      forgedAddress: forged,
      storedAs,
      scans,
    })
    office.log.info({ inboundId: inbound.id, state }, 'mail read')
  } catch (error) {
    // A query that failed tells its values, and they are case content.
    const message = error instanceof Error ? error.message.replace(/\nparams:[^]*$/, '') : ''
    const reason = error instanceof Error ? `${error.name}: ${message}` : 'unknown'
    const { ids } = replyAddressesAmong(office, inbound.envelopeTo)
    const forGood = error instanceof MailUnreadable
    if (!forGood) office.log.error({ err: error, inboundId: inbound.id }, 'mail could not be read')
    const wish = { inboundId: inbound.id, reason, forGood, fault: error, replyAddressIds: ids }
    const gone = await giveUpOn(office, wish)
    if (gone) office.log.warn({ inboundId: inbound.id, reason }, 'mail given up')
  } finally {
    await rm(spoolDir, { recursive: true, force: true })
  }
}

function envelopeOf(inbound: Inbound) {
  if (inbound.remoteAddress === null) return undefined
  const { envelopeFrom, envelopeTo, remoteAddress } = inbound
  return { from: envelopeFrom ?? '', to: envelopeTo, remoteAddress, helo: null }
}

// Keys follow from the mail's id, so that reading it again writes over what a killed reader had begun.
async function keep(office: Office, inbound: Inbound, mail: IncomingMail): Promise<string[]> {
  const files = mail.attachments.map(({ path }, index) => ({
    key: `files/${inbound.id.slice(-2)}/${inbound.id}-${index}`,
    path,
  }))
  await office.files.take(files)
  return files.map(({ key }) => key)
}

function bounceIdsAmong(office: Office, recipients: string[]): string[] {
  const base = office.config.mailIn?.replyAddress ?? office.config.mail?.replyAddress
  if (!base) return []
  const key = keyFor(office.config.secretKey, 'bounce-address')
  return recipients.flatMap((address) => readBounceAddress(key, base, address)?.id ?? [])
}

/** Every letter ends in the token of its reply address, which a reply quotes. */
function codesIn(office: Office, text: string): string[] {
  const base = office.config.mailIn?.replyAddress ?? office.config.mail?.replyAddress ?? ''
  const tokens = text.toLowerCase().match(/\br\.[a-z2-7]{16}\.[a-z2-7]{26}\b/g) ?? []
  const addresses = [...new Set(tokens)].slice(0, 20).map((token) => base.replace('@', `+${token}@`))
  return replyAddressesAmong(office, addresses).ids
}

function replyAddressesAmong(office: Office, recipients: string[]): { ids: string[]; forged: boolean } {
  const base = office.config.mailIn?.replyAddress ?? office.config.mail?.replyAddress
  if (!base) return { ids: [], forged: false }
  const key = keyFor(office.config.secretKey, 'reply-address')
  const read = [...new Set(recipients)].map((address) => readReplyAddress(key, base, address))
  return {
    ids: read.flatMap((found) => (found !== null && found !== 'forged' ? [found.id] : [])),
    forged: read.includes('forged'),
  }
}

// Some programs answer to the sender of a letter instead of its reply address.
function isOurs(office: Office, address: string): boolean {
  return systemAddresses(office).includes(address)
}

function systemAddresses({ config: { mail, mailIn } }: Office): string[] {
  const ours = [mailIn?.replyAddress, mail?.replyAddress, mail && bareAddress(mail.from)]
  return [...new Set(ours.flatMap((one) => one?.toLowerCase() ?? []))]
}

function bareAddress(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim().toLowerCase()
}
