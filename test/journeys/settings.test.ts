import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addAccess } from '#core/access/granting/add-access.ts'
import { invite } from '#core/access/granting/invite.ts'
import { freePort } from '../product/free-port.ts'
import { startProduct, type Product } from '../product/start-product.ts'
import { samplePdf } from '../mail/sample-files.ts'
import { replyTo, writeMail } from '../mail/write-mail.ts'
import { plainBrowser } from '../office/plain-browser.ts'
import { beginHandOver } from './hand-over.ts'
import { nextStep } from './next-step.ts'
import { opened } from './opened.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const rosa = 'rosa@correo.example'
const main = fileURLToPath(new URL('../../main.ts', import.meta.url))

describe('an operator who sets it up wrongly', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'despacho-settings-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('is told every fault of the .env at once, and nothing has begun', async () => {
    const port = await freePort()
    const faulty = [
      'this line says nothing',
      `PORT=${port}0000`,
      'BASE_URL=http://portal.estudio.cl',
      'SECRET_KEY=short',
      'DATABASE_URL=mysql://db/despacho',
      'PROCESS_ROLE=both',
      'SMTP_URL=smtp://127.0.0.1:2500',
      'MAIL_LISTEN=http://127.0.0.1:2525',
      'MAX_MESSAGE_BYTES=50MB',
      'SLACK_BOT_TOKEN=xoxp-not-a-bot',
      'SLACK_SIGNING_SECRETS=plural',
      'IMAP_URL=pop3://user:pass@host/INBOX',
    ]
    await writeFile(join(folder, '.env'), faulty.join('\n'))
    const { code, said } = await startIn(folder)
    expect(code).toBe(1)
    const wrong = [
      '.env line 1',
      'PORT',
      'BASE_URL',
      'SECRET_KEY',
      'DATABASE_URL',
      'PROCESS_ROLE',
      'MAIL_FROM',
      'REPLY_ADDRESS',
      'MAIL_LISTEN',
      'MAX_MESSAGE_BYTES',
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRETS',
      'IMAP_URL',
    ]
    for (const where of wrong) expect(said).toMatch(new RegExp(`^  ${where.replace('.', '\\.')} `, 'm'))
    for (const secret of ['short', 'xoxp-not-a-bot', 'user:pass', 'plural'])
      expect(said).not.toContain(secret)
    expect(said).not.toContain('    at ')
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })
})

/** What `npm start` does, in that folder and with nothing in the environment but what any process has. */
async function startIn(folder: string): Promise<{ code: unknown; said: string }> {
  const env = { PATH: process.env.PATH, NODE_ENV: 'development' as const }
  const child = spawn(process.execPath, ['--env-file-if-exists=.env', main], {
    cwd: folder,
    env,
    timeout: 60_000,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code]: unknown[] = await once(child, 'close')
  return { code, said }
}

describe('a firm with one process for the web and one for the work', () => {
  let day: OfficeDay
  let worker: Product
  let folder: string
  let link: string
  let matterId: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'despacho-files-'))
    const filesUrl = `file:${folder}`
    day = await officeDay({ role: 'web', filesUrl })
    const { office, product, post, slack } = day
    const { databaseUrl } = office.config
    const env = { BASE_URL: product.baseUrl }
    worker = await startProduct({ databaseUrl, filesUrl, role: 'worker', postbox: post, slack, env })
    const clientId = await day.addClient({ name: 'Rosa Fuentes', email: rosa })
    matterId = await day.addMatter('Causa de dos procesos', [clientId])
    const by = { kind: 'system' as const, firmId: day.firmId }
    const { accessId } = await addAccess(office, { by, clientId, kind: 'link', email: rosa })
    link = new URL((await invite(office, { by, accessId })).url).pathname
  })
  afterAll(async () => {
    await day?.end()
    await rm(folder, { recursive: true, force: true })
  })
  tellOfFailures(() => day)

  test('mail goes in and out at the one, chat and portal are at the other, and it is one office', async () => {
    const { camila, post, product } = day
    const form = await opened(camila, () => camila.command('/solicitar', 'procesos'), 'items')
    const second = nextStep(await camila.submit(form, { title: 'Papeles', items: 'Contrato' }))
    await camila.submit(second)
    const request = await post.waitForLetter(rosa, 'Contrato', patience)
    expect(request.text).toContain(`${product.baseUrl}/upload/`)
    const attachments = [{ filename: 'contrato.pdf', content: samplePdf('Contrato') }]
    await replyTo(worker, request, { from: rosa, text: 'Adjunto.', attachments })
    const told = await camila.waitForMessage('contrato.pdf', { within: patience })
    await camila.click(told, 'Aprobar')
    await camila.waitForMessage('Aprobado por Camila Rojas', { within: patience })

    const rosas = plainBrowser(product.baseUrl)
    await rosas.post(link)
    const [, file = ''] =
      /href="(\/files\/[\w-]+)"/.exec((await rosas.get(`/matters/${matterId}`)).text) ?? []
    expect((await rosas.get(file)).text).toContain('%PDF-1.4')
    expect((await fetch(new URL('/matters', worker.baseUrl))).status).toBe(404)
    await expect(replyTo(product, request, { from: rosa, text: 'Nadie oye.' })).rejects.toThrow(
      /ECONNREFUSED/,
    )
    expect((await fetch(new URL('/readyz', worker.baseUrl))).status).toBe(200)
  })

  test('who has entered the portal stays so when it is started anew', async () => {
    const rosas = plainBrowser(day.product.baseUrl)
    await rosas.post(link)
    await day.product.restart()
    const list = await rosas.get('/matters')
    expect(list.status).toBe(200)
    expect(list.visible).toContain('Causa de dos procesos')
  })

  test('asked to end, the work finishes what it holds, though somebody is in the middle of a mail', async () => {
    const slow = day.post.withhold('answer', { to: rosa, kept: true })
    const before = day.post.lettersTo(rosa).length
    await day.askFor(matterId, 'Más papeles', ['Última voluntad'])
    await slow.arrived
    const mail = await writeMail(worker, 'casos@estudio.example', {
      from: rosa,
      subject: 'Hola',
      text: 'Hola',
    })
    const half = await beginHandOver(worker.mailPort, mail)
    const ended = worker.stop()
    slow.release()
    await ended
    expect(await half.answer).not.toMatch(/^250/)
    await day.quiet()
    expect(day.post.lettersTo(rosa)).toHaveLength(before + 1)
  })
})
