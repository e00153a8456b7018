import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { keyFor, sha256 } from '#core/keys.ts'
import type { Office } from '#core/office.ts'
import { openOffice } from '#core/open-office.ts'
import { replyAddress } from '#mail/reply-address.ts'
import { freshDatabaseUrl } from '../databases.ts'
import { deliverMail } from '../mail/deliver-mail.ts'
import { describeWithDovecot, startDovecot, type Dovecot } from '../mail/start-dovecot.ts'
import { askFor } from '../office/ask-for.ts'
import { deliver } from '../office/deliveries.ts'
import { replyAddressOf } from '../office/incoming.ts'
import { lawFirm } from '../office/law-firm.ts'
import { testConfig } from '../office/test-office.ts'
import { freePort } from '../product/free-port.ts'
import { textOf } from '../product/product-process.ts'
import { startProduct, type Product } from '../product/start-product.ts'
import { until } from '../until.ts'

// A few here; KILLS=100 MESSAGES=1000 for the whole of it, about a quarter of an hour.
const kills = Number(process.env.KILLS ?? 4)
const messages = Number(process.env.MESSAGES ?? 60)
/** The longest life of a process, in milliseconds from when it is ready. */
const longestLife = 3000

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 + kills * 40_000 })

type Message = { id: string; road: 'lmtp' | 'imap'; raw: string; to: string; sha256: string }

describeWithDovecot(`the product, killed ${kills} times at random while ${messages} mails come`, () => {
  let server: Dovecot
  let product: Product
  let office: Office
  let lmtpPort: number
  let sent: Message[]
  let killed = 0
  /** How many lines the log had when the present life began. */
  let lifeBegan = 0
  beforeAll(async () => {
    server = await startDovecot({ casos: 'secreta' })
    lmtpPort = await freePort()
    const databaseUrl = await freshDatabaseUrl()
    office = await openOffice(testConfig({ DATABASE_URL: databaseUrl }), { migrate: false })
    sent = await writeMails(office)
    product = await startProduct({
      databaseUrl,
      role: 'worker',
      env: {
        SECRET_KEY: office.config.secretKey,
        IMAP_URL: server.urlOf('casos', 'secreta'),
        MAIL_LISTEN: `lmtp://127.0.0.1:${lmtpPort}`,
      },
    })
    const sending = Promise.all(
      ['lmtp', 'imap'].map((road) => sendAll(sent.filter((one) => one.road === road))),
    )
    while (killed < kills) {
      // Every other one is let live until it reads, however slow the machine is.
      if (killed % 2 === 1) await untilReading()
      await pause(randomInt(0, longestLife))
      await product.kill()
      killed += 1
      await letLeaseRunOut(office)
      lifeBegan = product.logs.length
      await product.restart()
    }
    await sending
    await untilRead(office)
  })
  afterAll(async () => {
    await product?.stop()
    await office?.db.close()
    await server?.stop()
  })

  /** Each share of the mails is sent in the life of one process, all along it, and again until it is taken, as mail servers do. */
  async function sendAll(mails: Message[]) {
    const gap = (2 * longestLife * kills) / mails.length
    for (const [index, mail] of mails.entries()) {
      if (killed < kills) await pause(Math.random() * gap)
      while (killed < Math.floor((index * kills) / mails.length)) await pause(20)
      while (!(await hasGone(mail))) await pause(100)
    }
  }

  function hasGone({ road, raw, to }: Message): Promise<boolean> {
    const mail = { from: 'rosa@correo.example', to: [to], raw: Buffer.from(raw) }
    const handingOver =
      road === 'imap' ? server.deliver('casos', raw) : deliverMail(mail, { port: lmtpPort, protocol: 'lmtp' })
    return handingOver.then(
      () => true,
      () => false,
    )
  }

  async function untilReading() {
    const isReading = () =>
      product.logs.slice(lifeBegan).some(({ msg }) => msg === 'a mailbox is read here') ? true : undefined
    await until(isReading, 'the mailbox to be read', 60_000)
  }

  async function untilRead({ db }: Office) {
    const isOver = async () => {
      const rows = await db.read.select({ state: inboundMessages.state }).from(inboundMessages)
      const isRead = rows.length >= messages && rows.every(({ state }) => state !== 'stored')
      return isRead && (await server.count('casos', 'INBOX')) === 0 ? true : undefined
    }
    await until(isOver, 'every mail to be read and moved', 120_000).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${textOf(product.logs.slice(-30))}`)
    })
  }

  test('has given each mail exactly one final state, by whichever road it came and however often', async () => {
    expect(killed).toBe(kills)
    const rows = await office.db.read
      .select({
        id: inboundMessages.messageId,
        state: inboundMessages.state,
        source: inboundMessages.source,
        lastError: inboundMessages.lastError,
      })
      .from(inboundMessages)
    // Without a Message-ID: nobody could read it.
    expect(rows.filter(({ id }) => id === null)).toEqual([])
    const ends = Map.groupBy(
      rows.filter(({ state }) => state !== 'duplicate'),
      ({ id }) => id,
    )
    const wrong = sent.filter(({ id }) => {
      const found = ends.get(id) ?? []
      return found.length !== 1 || !['answered', 'filed'].includes(found[0]?.state ?? '')
    })
    expect(wrong.map(({ id, road }) => ({ id, road, found: ends.get(id) }))).toEqual([])
    expect(ends.size).toBe(messages)
    // The same copy of a mail in a mailbox was never stored twice.
    const perRoad = Map.groupBy(rows, ({ source }) => source)
    expect([...perRoad.values()].map(({ length }) => length).sort()).toHaveLength(2)
    const inMailbox = rows.filter(({ source }) => source.startsWith('imap:'))
    expect(inMailbox).toHaveLength(sent.filter(({ road }) => road === 'imap').length)
    console.log(
      `${messages} mails, ${kills} kills: ${rows.length - messages} came again and count once; ` +
        `${product.logs.filter(({ msg }) => msg === 'mail read').length} readings`,
    )
  })

  test('has kept the document of each mail once', async () => {
    const kept = await office.db.read
      .select({ sha256: files.sha256 })
      .from(files)
      .where(isNotNull(files.requestId))
    expect(kept.map((file) => file.sha256).sort()).toEqual(sent.map((mail) => mail.sha256).sort())
  })

  test('has moved each mail out of the way', async () => {
    const moved = await server.count('casos', 'Despacho/Processed')
    expect(moved).toBe(sent.filter(({ road }) => road === 'imap').length)
  })
})

/** Rosa answers about one request after another, each time with a document that nobody else has. */
async function writeMails(office: Office): Promise<Message[]> {
  const firm = await lawFirm(office)
  const key = keyFor(office.config.secretKey, 'reply-address')
  const base = office.config.mailIn?.replyAddress ?? ''
  const addresses: string[] = []
  for (let number = 0; number < 10; number++) {
    const requestId = await askFor(office, firm, `Documento ${number}`, { dueOn: null })
    addresses.push(replyAddress(key, base, await replyAddressOf(office, 'rosa@correo.example', requestId)))
  }
  await deliver(office)
  return Array.from({ length: messages }, (_, number) => {
    const to = addresses[number % addresses.length] ?? ''
    const id = `<m${number}@correo.example>`
    const document = `%PDF-1.4 documento ${number}`
    const raw = [
      'Authentication-Results: mx.estudio.example; dkim=pass header.d=correo.example; dmarc=pass header.from=correo.example',
      'Received: from mx.correo.example by mx.estudio.example; Tue, 3 Mar 2026 14:00:00 +0000',
      'From: Rosa <rosa@correo.example>',
      `To: Estudio Rojas <${to}>`,
      'Subject: Documento',
      `Message-ID: ${id}`,
      `Content-Type: application/pdf; name="documento-${number}.pdf"`,
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment',
      '',
      Buffer.from(document).toString('base64'),
      '',
    ].join('\r\n')
    return { id, road: number % 2 ? 'imap' : 'lmtp', raw, to, sha256: sha256(document) }
  })
}

/** As if the seconds had passed for which a dead process holds its mailbox; that they do pass is shown elsewhere. */
async function letLeaseRunOut(office: Office) {
  await write(office.db, (tx) => tx.update(mailboxes).set({ readUntil: null }))
}
