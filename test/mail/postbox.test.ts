import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { afterEach, expect, test } from 'vitest'
import { createMailReader } from '#mail/parse.ts'
import { startPostbox, type Postbox } from './postbox.ts'
import { samplePdf, samplePng } from './sample-files.ts'
import { replyTo, sendAgain, writeTo } from './write-mail.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function postbox(): Promise<Postbox> {
  const started = await startPostbox()
  closing.push(started.stop)
  return started
}

/** A firm's way out, as impatient as a test. */
function sender({ url }: Postbox) {
  const transport = createTransport({ url, ignoreTLS: true, socketTimeout: 900, greetingTimeout: 300 })
  closing.push(() => transport.close())
  return (to: string, text = 'Hay una novedad') =>
    transport.sendMail({
      from: 'Estudio Rojas <avisos@estudio.example>',
      replyTo: 'casos+r.abc@estudio.example',
      to,
      subject: 'Estudio Rojas: tiene una novedad',
      text,
      html: `<body><p>${text}</p></body>`,
    })
}

test('whoever is written to finds the letter, and others do not', async () => {
  const post = await postbox()
  const send = sender(post)
  await send('Rosa@correo.example')
  const letter = await post.waitForLetter('rosa@correo.example', 'novedad')
  expect(letter).toMatchObject({
    from: { name: 'Estudio Rojas', address: 'avisos@estudio.example' },
    answersTo: 'casos+r.abc@estudio.example',
    text: 'Hay una novedad',
  })
  expect(letter.header('Subject')).toBe('Estudio Rojas: tiene una novedad')
  await expect(post.waitForLetter('contador@correo.example', 'novedad', 100)).rejects.toThrow(
    /there came: nothing/,
  )
})

test('an address that is refused gets nothing, and others get theirs', async () => {
  const post = await postbox()
  const send = sender(post)
  post.refuse('rosa@correo.example', { code: 452, times: 1 })
  post.refuse('nadie@correo.example')
  await expect(send('rosa@correo.example')).rejects.toMatchObject({ responseCode: 452 })
  await expect(send('nadie@correo.example')).rejects.toMatchObject({ responseCode: 550 })
  await expect(send('nadie@correo.example')).rejects.toMatchObject({ responseCode: 550 })
  await send('rosa@correo.example')
  post.refuse('rosa@correo.example', { code: 554, at: 'DATA' })
  await expect(send('rosa@correo.example')).rejects.toMatchObject({ responseCode: 554 })
  expect(post.letters.map(({ to }) => to)).toEqual(['rosa@correo.example'])
})

test('a server that withholds its greeting or its answer keeps the letter only if told to', async () => {
  const post = await postbox()
  const send = sender(post)
  const greeting = post.withhold('greeting')
  await expect(send('rosa@correo.example')).rejects.toThrow(/greeting/i)
  await greeting.arrived
  await greeting.gone
  const lost = post.withhold('answer', { to: 'rosa@correo.example' })
  await expect(send('rosa@correo.example', 'perdida')).rejects.toThrow()
  await lost.gone
  expect(post.letters).toEqual([])
  const kept = post.withhold('answer', { kept: true })
  await expect(send('rosa@correo.example', 'guardada')).rejects.toThrow()
  await kept.gone
  expect(post.lettersTo('rosa@correo.example').map(({ text }) => text)).toEqual(['guardada'])
  const late = post.withhold('answer')
  const sending = send('rosa@correo.example', 'demorada')
  await late.arrived
  late.release()
  await expect(sending).resolves.toMatchObject({ response: expect.stringMatching(/^250/) })
})

test('a server that is down is found again at the same address', async () => {
  const post = await postbox()
  const send = sender(post)
  await post.refuseConnections()
  await expect(send('rosa@correo.example')).rejects.toMatchObject({ code: 'ESOCKET' })
  await post.acceptConnections()
  await send('rosa@correo.example')
  expect(post.letters).toHaveLength(1)
})

test('an answer goes to the Reply-To, quotes the letter and carries what the firm’s server found out', async () => {
  const clients = await postbox()
  await sender(clients)('rosa@correo.example')
  const letter = await clients.waitForLetter('rosa@correo.example')
  const firm = await postbox()
  const firmMail = { mailPort: Number(new URL(firm.url).port), authservId: 'mx.estudio.example' }
  const sent = await replyTo(firmMail, letter, {
    from: 'Rosa Fuentes <rosa@correo.example>',
    text: 'Adjunto lo pedido.',
    attachments: [
      { filename: 'cédula.pdf', content: samplePdf('Cédula de identidad') },
      { filename: 'foto.png', content: samplePng(), contentType: 'image/png' },
    ],
    headers: { 'X-Mailer': 'a telephone' },
  })
  const [arrived] = firm.lettersTo('casos+r.abc@estudio.example')
  expect(arrived).toMatchObject({
    returnPath: 'rosa@correo.example',
    subject: 'Re: Estudio Rojas: tiene una novedad',
    inReplyTo: letter.messageId,
    references: [letter.messageId],
  })
  expect(arrived?.text).toContain('> Hay una novedad')
  expect(arrived?.html).toContain('gmail_quote')
  expect(arrived?.header('X-Mailer')).toBe('a telephone')
  expect(arrived?.header('Authentication-Results')).toBe(
    'mx.estudio.example;\tdkim=pass header.d=correo.example;\tdmarc=pass header.from=correo.example',
  )

  await sendAgain(firmMail, sent)
  const [first, second] = await Promise.all(firm.letters.map(({ raw }) => simpleParser(raw)))
  expect(second?.messageId).toBe(first?.messageId)
})

test('the product’s own reader takes what was written for what it is', async () => {
  const firm = await postbox()
  const firmMail = { mailPort: Number(new URL(firm.url).port), authservId: 'mx.estudio.example' }
  const folder = await mkdtemp(join(tmpdir(), 'despacho-postbox-'))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const reader = createMailReader({
    trustedAuthservId: 'mx.estudio.example',
    facesInternet: false,
    systemAddresses: [],
  })
  closing.push(() => reader.close())
  async function read(authentication: 'pass' | 'fail' | 'none' | 'absent') {
    const attachments = [{ filename: 'foto.png', content: samplePng() }]
    const subject = 'Documentos'
    const from = 'rosa@correo.example'
    const { raw } = await writeTo(firmMail, 'casos@estudio.example', {
      from,
      subject,
      text: 'Hola',
      attachments,
      authentication,
    })
    const path = join(folder, authentication)
    await writeFile(path, raw)
    return reader.read(path, { spoolDir: join(folder, `${authentication}-files`) })
  }
  const mail = await read('pass')
  expect(mail.attachments).toMatchObject([{ name: 'foto.png', type: 'image/png', flag: null }])
  expect(mail.authentication.verdict).toBe('pass')
  expect((await read('fail')).authentication.verdict).toBe('fail')
  expect((await read('none')).authentication.verdict).toBe('none')
  expect((await read('absent')).authentication.verdict).toBe('none')
})
