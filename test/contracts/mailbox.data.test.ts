import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { keyFor } from '#core/keys.ts'
import { bounceAddress } from '#mail/reply-address.ts'
import { readiness } from '#core/health/readiness.ts'
import { deliver } from '../office/deliveries.ts'
import { lawFirm } from '../office/law-firm.ts'
import { cuttableProxy, type CuttableProxy } from '../mail/cuttable-proxy.ts'
import {
  hastyPace,
  mailboxOffice,
  plainMail,
  startReader,
  statesOf,
  untilState,
  type MailboxReader,
} from '../mail/mailbox-reader.ts'
import { describeWithDovecot, startDovecot, type Dovecot } from '../mail/start-dovecot.ts'
import { until } from '../until.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const processed = 'Despacho/Processed'
const quarantine = 'Despacho/Quarantine'

describeWithDovecot('a mailbox that is read over IMAP', () => {
  let server: Dovecot
  let readers: MailboxReader[]
  let proxies: CuttableProxy[]
  beforeEach(async () => {
    readers = []
    proxies = []
    server = await startDovecot({ casos: 'secreta', otro: 'secreta' })
  })
  afterEach(async () => {
    for (const reader of readers) await reader.close()
    for (const proxy of proxies) await proxy.stop()
    await server.stop()
  })

  const reader = (...args: Parameters<typeof startReader>) => {
    const started = startReader(...args)
    readers.push(started)
    return started
  }
  const url = (user = 'casos') => server.urlOf(user, 'secreta')
  const untilMoved = (user: string, folder: string, number: number) =>
    until(
      async () => ((await server.count(user, folder)) === number ? true : undefined),
      `${number} mails in ${folder}`,
      15_000,
    )

  test('gives up what is in it and what comes: stored, read, and moved out of the way', async () => {
    const office = await mailboxOffice([url()])
    await lawFirm(office)
    await server.deliver('casos', plainMail('antes'))
    reader(office)
    await untilState(office, 'antes', 'unmatched')
    await server.deliver('casos', plainMail('despues'))
    await untilState(office, 'despues', 'unmatched')
    await untilMoved('casos', quarantine, 2)
    await untilMoved('casos', 'INBOX', 0)
    const [row] = await office.db.read.select().from(inboundMessages)
    expect(row).toMatchObject({ remoteAddress: null, envelopeFrom: null })
    expect(row?.source).toMatch(/^imap:\/\/casos@127\.0\.0\.1:\d+\/INBOX$/)
    expect(row?.source).not.toContain('secreta')
  })

  test('has its mails moved to the folders that the firm named', async () => {
    const env = { IMAP_PROCESSED_FOLDER: 'Listos', IMAP_QUARANTINE_FOLDER: 'Revisar/Urgente' }
    const office = await mailboxOffice([url()], env)
    await lawFirm(office)
    reader(office)
    const report = plainMail('informe').replace('\r\n\r\n', '\r\nAuto-Submitted: auto-replied\r\n\r\n')
    await server.deliver('casos', report)
    await server.deliver('casos', plainMail('extrana'))
    await untilState(office, 'informe', 'noted')
    await untilMoved('casos', 'Listos', 1)
    await untilMoved('casos', 'Revisar/Urgente', 1)
  })

  test('brings delivery reports to what they are about: no envelope says to which address they came', async () => {
    const office = await mailboxOffice([url()])
    await lawFirm(office)
    reader(office)
    const key = keyFor(office.config.secretKey, 'bounce-address')
    const report = [
      'From: Mail Delivery System <mailer-daemon@correo.example>',
      `To: ${bounceAddress(key, 'casos@estudio.example', 'abcdefgh234567zz')}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; correo.example',
      '',
      'Final-Recipient: rfc822; rosa@correo.example',
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b--',
      '',
    ]
    await server.deliver('casos', report.join('\r\n'))
    const state = async () => (await office.db.read.select().from(inboundMessages))[0]?.state
    await until(async () => ((await state()) === 'bounce' ? true : undefined), 'the report to be noted')
    await untilMoved('casos', processed, 1)
  })

  test('is read on when its server was killed and came back', async () => {
    const office = await mailboxOffice([url()])
    await lawFirm(office)
    reader(office)
    await server.deliver('casos', plainMail('primera'))
    await untilState(office, 'primera', 'unmatched')
    for (const name of ['segunda', 'tercera']) {
      await server.kill()
      await server.start()
      await server.deliver('casos', plainMail(name))
      await untilState(office, name, 'unmatched')
    }
    // A server that is killed while it moves a mail may leave a copy; what counts is what was taken from it.
    await untilMoved('casos', 'INBOX', 0)
    expect(await server.count('casos', quarantine)).toBeGreaterThanOrEqual(3)
    expect(await office.db.read.select().from(inboundMessages)).toHaveLength(3)
  })

  test('is read on when the connection had died without a word', async () => {
    const proxy = await cuttableProxy(server.imapPort)
    proxies.push(proxy)
    const office = await mailboxOffice([server.urlOf('casos', 'secreta', proxy.port)])
    await lawFirm(office)
    reader(office)
    await server.deliver('casos', plainMail('antes'))
    await untilState(office, 'antes', 'unmatched')
    const begun = proxy.begun()
    proxy.silence()
    await server.deliver('casos', plainMail('durante'))
    // It notices by itself, tries again, and is not heard either.
    await until(() => (proxy.begun() > begun + 1 ? true : undefined), 'further connections', 20_000)
    expect(await statesOf(office, 'durante')).toEqual([])
    proxy.heal()
    await untilState(office, 'durante', 'unmatched', 20_000)
    expect(await statesOf(office, 'durante')).toEqual(['unmatched'])
  })

  test('loses and doubles nothing when connections break in the middle of mails', async () => {
    const proxy = await cuttableProxy(server.imapPort)
    proxies.push(proxy)
    const office = await mailboxOffice([server.urlOf('casos', 'secreta', proxy.port)])
    await lawFirm(office)
    const names = Array.from({ length: 20 }, (_, index) => `cortada-${index}`)
    for (const name of names) await server.deliver('casos', plainMail(name, 400_000))
    reader(office)
    for (let cuts = 0; cuts < 6; cuts++) {
      const seen = await office.db.read.select().from(inboundMessages)
      await until(
        async () =>
          (await office.db.read.select().from(inboundMessages)).length > seen.length || seen.length === 20
            ? true
            : undefined,
        'a further mail',
      )
      proxy.cut()
    }
    for (const name of names) await untilState(office, name, 'unmatched', 30_000)
    await untilMoved('casos', quarantine, 20)
    for (const name of names) expect(await statesOf(office, name)).toEqual(['unmatched'])
    const sizes = await office.db.read.select({ size: inboundMessages.rawSize }).from(inboundMessages)
    expect(Math.min(...sizes.map(({ size }) => size))).toBeGreaterThan(400_000)
  })

  test('that was made anew is read again, and nothing in it counts twice', async () => {
    const office = await mailboxOffice([url()])
    await lawFirm(office)
    const names = ['una', 'dos', 'tres']
    for (const name of names) await server.deliver('casos', plainMail(name))
    // Stored, but not read yet: so they still lie in the mailbox.
    const first = startReader(office, { reads: false })
    const stored = async () => (await office.db.read.select().from(inboundMessages)).length
    await until(async () => ((await stored()) === 3 ? true : undefined), 'the mails to be stored')
    await first.close()
    await server.kill()
    await server.rebuild('casos')
    await server.start()
    await server.deliver('casos', plainMail('cuatro'))
    reader(office)
    await untilState(office, 'cuatro', 'unmatched')
    await untilMoved('casos', 'INBOX', 0)
    expect(await stored()).toBe(7)
    for (const name of names) await untilState(office, name, 'duplicate')
    for (const name of names)
      expect((await statesOf(office, name)).sort(), name).toEqual(['duplicate', 'unmatched'])
  })

  test('whose server does not answer holds up nobody who ends', async () => {
    const proxy = await cuttableProxy(server.imapPort)
    proxies.push(proxy)
    proxy.silence()
    const office = await mailboxOffice([server.urlOf('casos', 'secreta', proxy.port)])
    const waiting = startReader(office, { pace: { ...hastyPace, silence: 60_000 } })
    await until(() => (proxy.begun() > 0 ? true : undefined), 'a connection')
    const since = performance.now()
    await waiting.close()
    expect(performance.now() - since).toBeLessThan(8000)
    expect((await office.db.read.select().from(mailboxes))[0]).toMatchObject({ readBy: null })
  })

  test('may hold large mails, which pass through without being held in memory', async () => {
    const office = await mailboxOffice([url()])
    for (const name of ['una', 'dos']) await server.deliver('casos', plainMail(`enorme-${name}`, 40_000_000))
    const before = process.memoryUsage().rss
    let peak = 0
    const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 10)
    readers.push(startReader(office, { reads: false }))
    const sizes = () => office.db.read.select({ size: inboundMessages.rawSize }).from(inboundMessages)
    await until(async () => ((await sizes()).length === 2 ? true : undefined), 'the mails', 40_000)
    clearInterval(sampling)
    for (const { size } of await sizes()) expect(size).toBeGreaterThan(40_000_000)
    expect(peak - before).toBeLessThan(80_000_000)
    console.log(`two mails of 40 MB: ${Math.round((peak - before) / 1e6)} MB more than before`)
  })

  test('whose server can neither tell of news nor move is looked into, and mails are copied and deleted', async () => {
    await server.stop()
    server = await startDovecot({ casos: 'secreta' }, { capability: 'IMAP4rev1 LITERAL+' })
    const office = await mailboxOffice([url()])
    await lawFirm(office)
    reader(office)
    for (const name of ['una', 'dos']) {
      await server.deliver('casos', plainMail(name))
      await untilState(office, name, 'unmatched')
    }
    await untilMoved('casos', quarantine, 2)
    await untilMoved('casos', 'INBOX', 0)
  })

  test('may be one of several', async () => {
    const office = await mailboxOffice([url('casos'), url('otro')])
    await lawFirm(office)
    reader(office)
    await server.deliver('casos', plainMail('aqui'))
    await server.deliver('otro', plainMail('alla'))
    await untilState(office, 'aqui', 'unmatched')
    await untilState(office, 'alla', 'unmatched')
    await untilMoved('casos', quarantine, 1)
    await untilMoved('otro', quarantine, 1)
  })

  test('keeps a mail that is too large, which a member hears of, and which is not fetched again', async () => {
    const office = await mailboxOffice([url()], { MAX_MESSAGE_BYTES: '50000' })
    await lawFirm(office)
    reader(office)
    const name = `grande-${randomBytes(2).toString('hex')}`
    await server.deliver('casos', plainMail(name, 200_000))
    await server.deliver('casos', plainMail('siguiente'))
    await untilState(office, name, 'unreadable')
    await untilState(office, 'siguiente', 'unmatched')
    await untilMoved('casos', quarantine, 2)
    const rows = await office.db.read.select().from(inboundMessages)
    expect(rows.find((row) => row.state === 'unreadable')).toMatchObject({
      quarantineReason: 'too_large',
      subject: `Consulta de ${name}`,
    })
    expect(rows).toHaveLength(2)
  })

  test('whose login is refused is in trouble, which is told once and over when the password is right again', async () => {
    // So that mail out is reachable.
    const office = await mailboxOffice([url()], { SMTP_URL: `smtp://127.0.0.1:${server.lmtpPort}` })
    await lawFirm(office)
    const said: string[] = []
    office.log = pino({ level: 'info' }, { write: (line) => void said.push(String(JSON.parse(line).msg)) })
    const told = (what: string) => said.filter((msg) => msg === what).length
    await server.setPasswords({ casos: 'otra' })
    await server.deliver('casos', plainMail('espera'))
    reader(office)
    const row = async () => (await office.db.read.select().from(mailboxes))[0]
    await until(async () => (await row())?.trouble ?? undefined, 'the trouble to be noted')
    // Several refusals later it still stands once in the log.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await row()).toMatchObject({ trouble: 'login_refused' })
    expect(told('a mailbox is not read as it should be')).toBe(1)
    expect(said.join()).not.toContain('secreta')
    expect(await readiness(office)).toMatchObject({ database: true, mail: true })
    const later = { ...office, clock: () => new Date(Date.now() + 120_000) }
    expect((await readiness(later)).mail).toBe(false)

    // Ana, the admin, is told, and what she was told is brought up to date.
    const notes = async () => (await deliver(office)).notes.filter(({ kind }) => kind === 'mailboxTrouble')
    const toldOf = async () => (await notes())[0]
    expect(await until(toldOf, 'the admin to be told')).toMatchObject({
      mailbox: 'casos (127.0.0.1)',
      trouble: 'login_refused',
      userId: 'UANA',
      stands: null,
    })
    await server.setPasswords({ casos: 'secreta' })
    await untilState(office, 'espera', 'unmatched')
    expect(await row()).toMatchObject({ trouble: null, troubleSince: null })
    expect(await until(toldOf, 'the admin to be told of the end')).toMatchObject({ trouble: null })
    await until(() => (told('the mailbox is read again') === 1 ? true : undefined), 'the end to be told')
  })

  test('is read by one of several processes, and by another when that one is gone', async () => {
    const office = await mailboxOffice([url()])
    await lawFirm(office)
    const second = { ...office, db: await openDatabase(office.config.databaseUrl) }
    // Long enough that a machine that stands still for a moment is no dead reader.
    const pace = { ...hastyPace, lease: 5000 }
    const one = reader(office, { pace })
    const row = async () => (await office.db.read.select().from(mailboxes))[0]
    const reads = async () => (await row())?.readBy ?? undefined
    const first = await until(reads, 'somebody to read')
    const two = reader(second, { pace })
    await server.deliver('casos', plainMail('una'))
    await untilState(office, 'una', 'unmatched')
    const heldUntil = (await row())?.readUntil?.getTime() ?? 0
    const isRenewed = async () =>
      ((await row())?.readUntil?.getTime() ?? 0) > heldUntil + pace.lease || undefined
    await until(isRenewed, 'the first to go on reading', 30_000)
    expect(await reads()).toBe(first)

    one.faint()
    const next = await until(
      async () => {
        const now = await reads()
        return now === first ? undefined : now
      },
      'the other to take over',
      30_000,
    )
    await server.deliver('casos', plainMail('dos'))
    await untilState(office, 'dos', 'unmatched')
    expect(await statesOf(office, 'dos')).toEqual(['unmatched'])

    // Who ends in order leaves the mailbox to the next at once.
    const three = reader(office, { pace })
    await two.close()
    await until(
      async () => {
        const now = await reads()
        return now && now !== next ? true : undefined
      },
      'the third to take over',
      30_000,
    )
    await server.deliver('casos', plainMail('tres'))
    await untilState(office, 'tres', 'unmatched')
    await three.close()
    expect(await reads()).toBeUndefined()
    readers = [one]
    await one.close()
    readers = []
    await second.db.close()
  })

  test('that lets nothing be moved is read all the same, each mail once, and is in trouble', async () => {
    const office = await mailboxOffice([url()])
    await lawFirm(office)
    await server.deliver('casos', plainMail('quieta'))
    await server.blockFolder('casos', 'Despacho/Quarantine')
    reader(office)
    await untilState(office, 'quieta', 'unmatched')
    const trouble = async () => (await office.db.read.select().from(mailboxes))[0]?.trouble ?? undefined
    expect(await until(trouble, 'the trouble to be noted')).toBe('not_moved')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await statesOf(office, 'quieta')).toEqual(['unmatched'])
    expect(await server.count('casos', 'INBOX')).toBe(1)
    await server.unblockFolder('casos', 'Despacho/Quarantine')
    await untilMoved('casos', quarantine, 1)
    await until(async () => ((await trouble()) ? undefined : true), 'the trouble to be over')
  })
})
