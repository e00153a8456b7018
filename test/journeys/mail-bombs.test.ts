import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { samplePdf } from '../mail/sample-files.ts'
import { replyTo, sendAgain } from '../mail/write-mail.ts'
import { visibleText } from '../slack/visible-text.ts'
import { until } from '../until.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const rosa = 'rosa@correo.example'
const mostMegabytes = 512

let day: OfficeDay
let letter: ArrivedLetter
beforeAll(async () => {
  day = await officeDay()
  const clientId = await day.addClient({ name: 'Rosa Fuentes', email: rosa })
  const matterId = await day.addMatter('Fuentes con Isapre', [clientId])
  await day.askFor(matterId, 'Informe médico', ['Informe médico'])
  letter = await day.post.waitForLetter(rosa, 'Informe médico', patience)
})
afterAll(() => day?.end())
tellOfFailures(() => day)

const lines = (line: string, times: number) => `${line}\r\n`.repeat(times)

/** Parts in parts, each with a boundary of its own. */
function nested(depth: number): string {
  let open = ''
  for (let level = 1; level < depth; level++)
    open += `--b${level - 1}\r\nContent-Type: multipart/mixed; boundary="b${level}"\r\n\r\n`
  return `${open}--b${depth - 1}\r\n\r\nEn el fondo\r\n`
}

type Bomb = { header: string[]; body: string; reached: 'filed' | 'answered' | 'unreadable' | 'quarantined' }

const mixed = 'Content-Type: multipart/mixed; boundary="b0"'
const plain = 'Content-Type: text/plain'
const bombs: Record<string, Bomb> = {
  '200,000 parts': { header: [mixed], body: lines('--b0\r\n\r\nx', 200_000), reached: 'unreadable' },
  'a header of 5 MB': {
    header: [
      `X-Largo: ${'x'.repeat(900)}`,
      ...Array.from({ length: 5500 }, (_, n) => `X-${n}: ${'y'.repeat(900)}`),
      plain,
    ],
    body: 'Hola',
    reached: 'unreadable',
  },
  'one field folded 200,000 times': {
    header: [`X-Doblado: a${'\r\n b'.repeat(200_000)}`, plain],
    body: 'Hola',
    reached: 'unreadable',
  },
  'parts 5,000 deep': { header: [mixed], body: nested(5000), reached: 'unreadable' },
  'a million addresses': {
    header: [`Cc: ${'a@b.cl,\r\n '.repeat(1_000_000)}z@b.cl`, plain],
    body: 'Hola',
    reached: 'unreadable',
  },
  '60,000 encoded words': { header: [plain], body: lines('=?utf-8?Q?=41?=', 60_000), reached: 'filed' },
  '100,000 continuations of a name': {
    header: ['Content-Type: multipart/mixed; boundary="b0"'],
    body: `--b0\r\nContent-Type: application/pdf;${Array.from({ length: 100_000 }, (_, n) => `\r\n name*${n}=a`).join(';')}\r\n\r\n%PDF-1.4\r\n--b0--\r\n`,
    reached: 'unreadable',
  },
  'five million characters that are no base64': {
    header: ['Content-Type: application/pdf; name="nada.pdf"', 'Content-Transfer-Encoding: base64'],
    body: lines('!'.repeat(70), 70_000),
    reached: 'answered',
  },
  'parts whose ends are missing': {
    header: [mixed],
    body: lines(
      '--b0\r\nContent-Type: multipart/alternative; boundary="b0x"\r\n\r\n--b0x\r\nContent-Type: text/plain\r\n\r\nhola',
      400,
    ),
    reached: 'filed',
  },
  'one line of 4 MB': { header: [plain], body: 'á ver '.repeat(700_000), reached: 'filed' },
  'words made to stop what cuts quotes': {
    header: [plain],
    body: `${'El a, '.repeat(3000)}\r\n${lines(`> ${'> '.repeat(400)}`, 300)}${'-'.repeat(20_000)}\r\n${'On '.repeat(5000)}wrote`,
    reached: 'filed',
  },
  'mails in mails in mails': {
    header: ['Content-Type: message/rfc822'],
    body: 'Content-Type: message/rfc822\r\n\r\n'.repeat(3000),
    reached: 'answered',
  },
  'a style sheet that never ends': {
    header: ['Content-Type: text/html'],
    body: lines('<style><!-- <a href="', 100_000),
    reached: 'filed',
  },
  'two senders': {
    header: ['From: Otro <otro@otro.example>', plain],
    body: 'Somos dos.',
    reached: 'quarantined',
  },
}

test.each(Object.entries(bombs))(
  '%s end in one state, soon and small, told where nobody can read it, and the next mail is read',
  async (name, bomb) => {
    const before = read().length
    const grown = watchMemory()
    await sendAgain(day.product, byHand(bomb))
    const since = performance.now()
    const end = await until(() => read()[before], `${name} to be read`, patience)
    expect(performance.now() - since).toBeLessThan(20_000)
    expect(end.msg === 'mail given up' ? 'unreadable' : end.state).toBe(bomb.reached)
    expect(grown()).toBeLessThan(mostMegabytes)

    const filename = `informe tras ${name}.pdf`
    const attachments = [{ filename, content: samplePdf(filename) }]
    await replyTo(day.product, letter, { from: rosa, text: 'Adjunto.', attachments })
    const next = await until(() => read()[before + 1], 'the next mail to be read', patience)
    expect(next.state).toBe('answered')
  },
)

test('a member is told of what nobody could read, and of the mails between', async () => {
  await day.camila.waitForMessage(/informe tras/, { within: patience })
  const told = await day.camila.waitForMessage('no se pudo leer', { within: patience })
  expect(visibleText(told)).toContain('Descartar')
})

function read() {
  return day.product.logs.filter(({ msg }) => msg === 'mail read' || msg === 'mail given up')
}

/** Starts to watch the product's memory; gives, where the system tells, by how many megabytes it grew at most. */
function watchMemory(): () => number {
  const folder = `/proc/${day.product.pid()}`
  if (!existsSync(`${folder}/clear_refs`)) return () => 0
  // What it took to start counts no more (proc(5)).
  writeFileSync(`${folder}/clear_refs`, '5')
  const megabytes = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`${folder}/status`, 'latin1'))?.[1]) / 1024
  const before = megabytes('VmRSS')
  return () => megabytes('VmHWM') - before
}

/** A mail of Rosa's as no mail program writes it, vouched for by the firm's server. */
function byHand({ header, body }: Bomb) {
  const to = letter.answersTo
  const head = [
    `Authentication-Results: ${day.product.authservId}; dmarc=pass header.from=correo.example`,
    `From: Rosa Fuentes <${rosa}>`,
    `To: ${to}`,
    'Subject: Documentos',
    `Message-ID: <${crypto.randomUUID()}@correo.example>`,
    'MIME-Version: 1.0',
    ...header,
  ]
  return { from: rosa, to: [to], raw: Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}\r\n`) }
}
