import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mailboxes } from '#db/schema/mailboxes.ts'
import { answers, inboundMessages } from '#db/schema/replies.ts'
import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { samplePdf } from '../mail/sample-files.ts'
import { describeWithDovecot, startDovecot, type Dovecot } from '../mail/start-dovecot.ts'
import { writeReply } from '../mail/write-mail.ts'
import { startProduct, type Product } from '../product/start-product.ts'
import { visibleText } from '../slack/visible-text.ts'
import { until } from '../until.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 })

const user = 'casos@estudio.example'
const rosa = 'rosa@correo.example'

describeWithDovecot('a firm whose mail lies in a mailbox', () => {
  let server: Dovecot
  let day: OfficeDay
  let filesUrl: string
  let env: Record<string, string>
  let second: Product | undefined
  let matterId: string
  beforeAll(async () => {
    server = await startDovecot({ [user]: 'secreta' })
    filesUrl = `file:${await mkdtemp(join(tmpdir(), 'despacho-mailbox-'))}`
    env = { IMAP_URL: server.urlOf(user, 'secreta'), MAIL_LISTEN: '' }
    day = await officeDay({ role: 'worker', env, filesUrl })
    const clientId = await day.addClient({ name: 'Rosa Fuentes', email: rosa })
    matterId = await day.addMatter('Fuentes con Inmobiliaria Los Aromos', [clientId])
  })
  afterAll(async () => {
    await second?.stop()
    await day?.end()
    await server?.stop()
    if (filesUrl) await rm(filesUrl.slice('file:'.length), { recursive: true, force: true })
  })
  tellOfFailures(() => day)

  const isReading = () =>
    until(
      async () => (await day.office.db.read.select().from(mailboxes))[0]?.takenAt ?? undefined,
      'the mailbox to be read',
      patience,
    )

  /** Rosa is asked for something and answers; gives back the milliseconds from the delivery to the answer. */
  async function answered(name: string): Promise<number> {
    const { requestId } = await day.askFor(matterId, `Antecedentes: ${name}`, [name])
    const letter: ArrivedLetter = await day.post.waitForLetter(rosa, name, patience)
    const attachments = [{ filename: `${name}.pdf`, content: samplePdf(name) }]
    const { raw } = await writeReply(day.product, letter, { from: rosa, text: 'Adjunto.', attachments })
    await server.deliver(user, raw)
    const since = performance.now()
    const isThere = async () => {
      const found = await day.office.db.read.select().from(answers).where(eq(answers.requestId, requestId))
      return found.length === 1 ? true : undefined
    }
    await until(isThere, `the answer about ${name}`, patience)
    return Math.round(performance.now() - since)
  }

  test('has what a client mails as an answer within two seconds, and the lawyer is told', async () => {
    await isReading()
    const took = [await answered('Cédula'), await answered('Escritura'), await answered('Contrato')]
    console.log(`from the mailbox to the answer: ${took.join(', ')} ms`)
    expect(took.toSorted((a, b) => a - b)[1]).toBeLessThan(2000)
    const told = await day.camila.waitForMessage('Contrato.pdf', { within: patience })
    expect(visibleText(told)).toContain('Rosa Fuentes')
  })

  test('may run several processes: one reads the mailbox, and when it is killed another does', async () => {
    const { office, post, slack, product } = day
    second = await startProduct({
      databaseUrl: office.config.databaseUrl,
      filesUrl,
      role: 'worker',
      postbox: post,
      slack,
      env,
    })
    const reads = ({ logs }: Product) => logs.some(({ msg }) => msg === 'a mailbox is read here')
    await answered('Poder')
    expect([reads(product), reads(second)]).toEqual([true, false])

    await product.kill()
    await answered('Finiquito')
    expect(reads(second)).toBe(true)
    await product.restart()
    await answered('Liquidación')
    const mails = await office.db.read.select().from(inboundMessages)
    expect(mails.map(({ state }) => state)).toEqual(mails.map(() => 'answered'))
    expect(mails).toHaveLength(6)
  })

  test('loses nothing when a process is asked to end: the next one reads on at once', async () => {
    await second?.stop()
    second = undefined
    await answered('Certificado')
    const isEmpty = async () => ((await server.count(user, 'INBOX')) === 0 ? true : undefined)
    await until(isEmpty, 'each mail to be moved')
    expect(await server.count(user, 'Despacho/Processed')).toBe(7)
  })
})
