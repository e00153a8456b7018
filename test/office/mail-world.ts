import { eq } from 'drizzle-orm'
import { deadAddresses } from '#db/schema/clients.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { addAdditionalEmail } from '#core/clients/add-additional-email.ts'
import { clientProfile } from '#core/clients/client-profile.ts'
import { removeAdditionalEmail } from '#core/clients/remove-additional-email.ts'
import { keyFor } from '#core/keys.ts'
import type { Office } from '#core/office.ts'
import { daysAfterEnd } from '#core/replies/inbound/address-end.ts'
import type { Inbound } from '#core/replies/receive-reply.ts'
import { cancelRequest } from '#core/requests/cancel-request.ts'
import { createReading, type Reading } from '#jobs/reading.ts'
import type { MailListener } from '#mail/listen.ts'
import { receiveMail } from '#mail/receive-mail.ts'
import { bounceAddress, replyAddress } from '#mail/reply-address.ts'
import { rosa, type Hazard, type World } from '../fixtures/mail/hazards/hazard.ts'
import { deliverMail } from '../mail/deliver-mail.ts'
import { askFor } from './ask-for.ts'
import { deliver } from './deliveries.ts'
import type { LawFirm } from './law-firm.ts'

export type OpenMailDoor = {
  /** Hands a mail over to the listener and lets it be read; gives its row. */
  receive: (raw: string | Buffer, envelope: { from: string; to: string[] }) => Promise<Inbound>
  /** The same for a mail of a hazard, about a request of its own. */
  meet: (hazard: Hazard) => Promise<{ inbound: Inbound; requestId: string }>
  close: () => Promise<void>
}

/** The true SMTP listener and the true reading of an office, to which its law firm's client writes. */
export async function openMailDoor(office: Office, firm: LawFirm): Promise<OpenMailDoor> {
  const { mailIn } = office.config
  if (!mailIn?.listen) throw new Error('no mail comes in')
  const door: MailListener = await receiveMail(office, mailIn, { ...mailIn.listen, port: 0 })
  const reading: Reading = createReading(office)

  async function receive(raw: string | Buffer, envelope: { from: string; to: string[] }) {
    const response = await deliverMail({ ...envelope, raw: Buffer.from(raw) }, door)
    if (!response.startsWith('250')) throw new Error(response)
    // Each mail before it has its final state.
    const stored = await office.db.read
      .select()
      .from(inboundMessages)
      .where(eq(inboundMessages.state, 'stored'))
    const [mail] = stored
    if (!mail || stored.length > 1) throw new Error(`${stored.length} mails wait to be read`)
    await reading.round()
    await reading.idle()
    const [read] = await office.db.read.select().from(inboundMessages).where(eq(inboundMessages.id, mail.id))
    return read ?? mail
  }

  async function meet({ raw, to = ({ reply }) => [reply], from = rosa }: Hazard) {
    const { world, requestId } = await mailWorld(office, firm)
    return { inbound: await receive(raw(world), { from, to: to(world) }), requestId }
  }

  return {
    receive,
    meet,
    close: async () => {
      await door.close()
      await reading.close(5000)
    },
  }
}

/** Rosa is asked for two documents, and for one other; an address of hers is past its time and one was revoked. */
export async function mailWorld(office: Office, firm: LawFirm): Promise<{ world: World; requestId: string }> {
  // A bounce before this one is no matter.
  await write(office.db, (tx) => tx.delete(deadAddresses))
  const requestId = await askFor(office, firm, 'Cédula de identidad\nContrato de arriendo')
  const other = await askFor(office, firm, 'Certificado de avalúo')
  const late = await cancelledLongAgo(office, firm)
  const gone = await askedAtRemoved(office, firm)
  await deliver(office)
  const base = office.config.mailIn?.replyAddress ?? ''
  const letter = async (subjectId: string, to = rosa) => {
    const rows = await office.db.read.select().from(outbox).where(eq(outbox.subjectId, subjectId))
    const row = rows.find(({ recipient }) => recipient === to)
    return { id: row?.replyAddressId ?? '', sent: row?.messageId ?? '' }
  }
  const at = (id: string) => replyAddress(keyFor(office.config.secretKey, 'reply-address'), base, id)
  const [asked, otherwise, expired, revoked] = [
    await letter(requestId),
    await letter(other),
    await letter(late),
    await letter(gone, removed),
  ]
  const [matter] = await office.db.read.select().from(matters).where(eq(matters.id, firm.matterId))
  const world = {
    reply: at(asked.id),
    base,
    bounce: bounceAddress(keyFor(office.config.secretKey, 'bounce-address'), base, asked.id),
    sent: asked.sent,
    mark: /\+(r\.[^@]+)@/.exec(at(asked.id))?.[1] ?? '',
    expired: at(expired.id),
    revoked: at(revoked.id),
    otherReply: at(otherwise.id),
    otherSent: otherwise.sent,
    tag: `(ref. ${matter?.alias ?? matter?.reference ?? ''})`,
  }
  return { world, requestId }
}

async function cancelledLongAgo(office: Office, firm: LawFirm): Promise<string> {
  const past = new Date(office.clock().getTime() - (daysAfterEnd + 1) * 24 * 3_600_000)
  const then = { ...office, clock: () => past }
  const requestId = await askFor(then, firm, 'Escritura')
  await deliver(then)
  await cancelRequest(then, { by: firm.camila, requestId, tell: false })
  return requestId
}

/** An address of Rosa's at the time, which she has no more. */
const removed = 'rosa.antes@correo.example'

async function askedAtRemoved(office: Office, firm: LawFirm): Promise<string> {
  const by = firm.camila
  await addAdditionalEmail(office, {
    by,
    clientId: firm.rosaId,
    email: removed,
    name: '',
    role: '',
    matterIds: null,
  })
  const requestId = await askFor(office, firm, 'Mandato')
  await deliver(office)
  const { additional } = await clientProfile(office, { by, clientId: firm.rosaId })
  const { id = '' } = additional.find(({ email }) => email === removed) ?? {}
  await removeAdditionalEmail(office, { by, additionalId: id })
  return requestId
}
