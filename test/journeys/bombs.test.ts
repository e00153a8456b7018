import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { editClient } from '#core/clients/edit-client.ts'
import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import type { RawMail } from '../mail/deliver-mail.ts'
import { samplePdf } from '../mail/sample-files.ts'
import { replyTo, sendAgain, writeTo } from '../mail/write-mail.ts'
import { visibleText } from '../slack/visible-text.ts'
import { until } from '../until.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'
import { startIdleServer, timeAnswers, within } from './time-answers.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const rosa = 'rosa@correo.example'
const mostBytes = 3_000_000

let day: OfficeDay
let letter: ArrivedLetter
beforeAll(async () => {
  day = await officeDay({ env: { MAX_MESSAGE_BYTES: String(mostBytes) } })
  letter = await askRosa('Fuentes con Isapre', 'Informe médico')
})
afterAll(() => day?.end())
tellOfFailures(() => day)

/** The letter by which Rosa is asked for one document. */
async function askRosa(matter: string, item: string): Promise<ArrivedLetter> {
  const clientId = await day.addClient({ name: 'Rosa Fuentes', email: rosa })
  const matterId = await day.addMatter(matter, [clientId])
  await day.askFor(matterId, `Prueba para ${matter}`, [item])
  return day.post.waitForLetter(rosa, item, patience)
}

/** Whatever came before it: Rosa answers with a file, Camila is told. */
async function expectNextReplyToArrive(filename: string) {
  const attachments = [{ filename, content: samplePdf(filename) }]
  await replyTo(day.product, letter, { from: rosa, text: 'Adjunto.', attachments })
  await day.camila.waitForMessage(filename, { within: patience })
}

/** The newest state that a mail was read to, after so many had been. */
async function nextState(readBefore: number): Promise<unknown> {
  return until(() => read()[readBefore]?.state, 'the mail to be read', patience)
}

function read() {
  return day.product.logs.filter(({ msg }) => msg === 'mail read' || msg === 'mail given up')
}

test('1.5 MB of nested <div> are read while the product answers within 100 ms, and so is the next mail', async () => {
  await expectNextReplyToArrive('informe medico.pdf')
  // What else the machine does may slow one reading down; what the product does would slow down each.
  let slowness = await readingBomb()
  for (let again = 1; slowness >= 100 && again < 3; again++)
    slowness = Math.min(slowness, await readingBomb())
  expect(slowness).toBeLessThan(100)
  const told = await day.camila.waitForMessage('Muy anidado', { within: patience })
  expect(visibleText(told)).toContain('Rosa Fuentes escribió')
  await expectNextReplyToArrive('informe firmado.pdf')
})

/**
 * Bombs come and are read; meanwhile the product is asked for its health all the time. Gives the milliseconds within
 * which nineteen answers of twenty came, beyond what an idle server took for its own at the same time.
 */
async function readingBomb(): Promise<number> {
  const depth = 140_000
  const nested = `${'<div>\r\n'.repeat(depth)}Muy anidado${'\r\n</div>'.repeat(depth)}`
  const bomb = () => byHand(letter.answersTo, ['Content-Type: text/html; charset=utf-8'], nested)
  expect(bomb().raw.length).toBeGreaterThan(1_500_000)
  const idle = await startIdleServer()
  const health = timeAnswers(`${day.product.baseUrl}/healthz`)
  const machine = timeAnswers(idle.url)
  // One alone is read before its health could be asked often enough.
  for (let bombs = 0; bombs < 3; bombs++) {
    const before = read().length
    await sendAgain(day.product, bomb())
    expect(await nextState(before)).toBe('filed')
  }
  const [answers, others] = await Promise.all([health.end(), machine.end()])
  idle.stop()
  expect(answers.length).toBeGreaterThan(20)
  return within(0.95, answers) - within(0.95, others)
}

test('a mail larger than the limit is refused at the door with 552, and the next is read', async () => {
  const attachments = [{ filename: 'escaneo.pdf', content: Buffer.alloc(mostBytes, 'x') }]
  const before = read().length
  await expect(
    replyTo(day.product, letter, { from: rosa, text: 'Todo junto.', attachments }),
  ).rejects.toMatchObject({ responseCode: 552 })
  await expectNextReplyToArrive('escaneo liviano.pdf')
  expect(read()).toHaveLength(before + 1)
})

test('a file that came empty is told to both, and is no answer', async () => {
  const asked = await askRosa('Fuentes con Notaría', 'Escritura')
  await replyTo(day.product, asked, {
    from: rosa,
    text: 'Va la escritura.',
    attachments: [{ filename: 'escritura.pdf', content: '' }],
  })
  const told = await day.camila.waitForMessage('escritura.pdf', { within: patience })
  expect(visibleText(told)).toContain('llegó vacío')
  expect(visibleText(told)).not.toContain('Aprobar')
  const receipt = await day.post.waitForLetter(rosa, 'escritura.pdf', patience)
  expect(receipt.text).toContain('no pudimos usar lo que venía adjunto')
  expect(receipt.text).toContain('llegó vacío')
})

test('a reply address that was tampered with, or was revoked, changes nothing before a member decides', async () => {
  const forged = letter.answersTo.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))
  await writeTo(day.product, forged, { from: rosa, subject: 'Documentos', text: 'Por otro camino.' })
  const tampered = await day.emily.waitForMessage('Por otro camino.', { within: patience })
  expect(visibleText(tampered)).toContain('La dirección de respuesta fue alterada.')

  const before = 'rosa.antes@correo.example'
  const clientId = await day.addClient({ name: 'Rosa Fuentes', email: rosa, additional: [before] })
  const matterId = await day.addMatter('Fuentes con Registro', [clientId])
  await day.askFor(matterId, 'Prueba para Registro', ['Certificado'])
  const asked = await day.post.waitForLetter(before, 'Certificado', patience)
  await editClient(day.office, { by: await day.actor(day.camila), clientId, additional: [] })
  const attachments = [{ filename: 'certificado.pdf', content: samplePdf('Certificado') }]
  await replyTo(day.product, asked, { from: rosa, text: 'Tarde, pero seguro.', attachments })
  const late = await day.camila.waitForMessage('Tarde, pero seguro.', { within: patience })
  expect(visibleText(late)).toContain('La dirección de respuesta ya no vale')
  expect(visibleText(late)).toContain('Descartar')
  await expectNextReplyToArrive('informe sellado.pdf')
})

test('a mail with two From lines proves nothing, whichever of them is known', async () => {
  const twice = byHand(
    letter.answersTo,
    ['From: Otro <otro@otro.example>', 'Content-Type: text/plain'],
    'Somos dos.',
  )
  await sendAgain(day.product, twice)
  const told = await day.camila.waitForMessage('Somos dos.', { within: patience })
  expect(visibleText(told)).toContain('La verificación del remitente falló')
  await expectNextReplyToArrive('informe final.pdf')
})

/** A mail of Rosa's as no mail program writes it, vouched for by the firm's server. */
function byHand(to: string, headers: string[], body: string): RawMail {
  const lines = [
    `Authentication-Results: ${day.product.authservId}; dmarc=pass header.from=correo.example`,
    `From: Rosa Fuentes <${rosa}>`,
    `To: ${to}`,
    'Subject: Documentos',
    `Message-ID: <${crypto.randomUUID()}@correo.example>`,
    'MIME-Version: 1.0',
    ...headers,
    '',
    body,
    '',
  ]
  return { from: rosa, to: [to], raw: Buffer.from(lines.join('\r\n')) }
}
