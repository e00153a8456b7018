import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import type { Letter } from '#core/delivery/letter.ts'
import { keyFor } from '#core/keys.ts'
import { locales } from '#core/words/locale.ts'
import { sampleLetters } from '#test/fixtures/sample-letters.ts'
import { writeLetter } from './messages/write-letter.ts'
import { bounceAddress, replyAddress } from './reply-address.ts'
import { createMailer, type MailerSettings } from './send.ts'

const secretKey = 'a secret of at least thirty-two bytes'
const settings = {
  from: 'Avisos <avisos@estudio.example>',
  replyAddress: 'casos@estudio.example',
  secretKey,
  baseUrl: 'https://portal.example/',
}
const answersTo = replyAddress(keyFor(secretKey, 'reply-address'), settings.replyAddress, 'abcdefghijklmnop')
const bouncesTo = bounceAddress(
  keyFor(secretKey, 'bounce-address'),
  settings.replyAddress,
  'abcdefghijklmnop',
)

type Taken = { from: string; to: string[]; raw: Buffer; session: string }

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A real SMTP server that keeps what it is given. */
async function postOffice(options: SMTPServerOptions = {}) {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
          session: session.id,
        })
        done(null, '2.0.0 queued as 4F2')
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  const port = await listening(server.listen(0, '127.0.0.1'))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${port}`, taken }
}

/** A server that says what the test has it say. */
async function talker(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  const port = await listening(server.listen(0, '127.0.0.1'))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `smtp://127.0.0.1:${port}` }
}

async function listening(server: Server) {
  if (!server.listening) await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function mailer(smtpUrl: string, over: Partial<MailerSettings> = {}) {
  const made = createMailer({ smtpUrl, patience: 2_000, ...settings, ...over })
  closing.push(() => made.close())
  return made
}

function sample(name: string, locale: (typeof locales)[number] = 'es-CL'): Letter {
  const found = sampleLetters(locale)[name]
  if (!found) throw new Error(`no sample ${name}`)
  return found
}

function refusing(responseCode: number, message: string) {
  return Object.assign(new Error(message), { responseCode })
}

/** The header as it stands in the raw mail, unfolded. */
function header(raw: Buffer, name: string): string | null {
  const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? ''
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const found = lines.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  expect(found.length).toBeLessThan(2)
  return found[0]?.slice(name.length + 1).trim() ?? null
}

async function delivered(letter: Letter, over: Partial<MailerSettings> = {}) {
  const { url, taken } = await postOffice()
  const sent = await mailer(url, over).send(letter)
  expect(sent).toMatchObject({
    outcome: 'accepted',
    response: '250 2.0.0 queued as 4F2',
    subject: writeLetter(letter).subject,
    serverMessageId: null,
  })
  const [mail] = taken
  if (!mail || taken.length > 1) throw new Error(`${taken.length} mails were taken`)
  return { ...mail, parsed: await simpleParser(mail.raw) }
}

describe('a letter that was sent', () => {
  test('comes from the firm by name, and answers go to the reply address of its reader alone', async () => {
    const { from, to, parsed } = await delivered(sample('request'))
    expect(parsed.from?.value).toEqual([
      { name: 'Fuentes, Irarrázaval & Asociados', address: 'avisos@estudio.example' },
    ])
    expect(parsed.to).toMatchObject({
      value: [{ name: 'Rosa Fuentes', address: 'rosa.fuentes@correo.example' }],
    })
    expect(parsed.replyTo?.value[0]?.address).toBe(answersTo)
    expect({ from, to }).toEqual({ from: bouncesTo, to: ['rosa.fuentes@correo.example'] })
  })

  test('never tells where its bounces go, which nobody who quotes it may pass on', async () => {
    for (const name of ['request', 'reminder', 'receipt-partial']) {
      const { from, raw } = await delivered(sample(name))
      expect(from).toBe(bouncesTo)
      const whole = raw.toString('latin1').replace(/=\r\n/g, '')
      expect(whole).toContain('+r.')
      expect(whole).not.toContain('+b.')
      expect(whole).not.toContain(/[a-z2-7]{26}(?=@)/.exec(bouncesTo)?.[0])
    }
  })

  test('keeps the Message-ID it was given and begins a thread of its own', async () => {
    const { raw } = await delivered(sample('request'))
    expect(header(raw, 'Message-ID')).toBe('<ob2345@estudio.example>')
    expect(header(raw, 'In-Reply-To')).toBeNull()
    expect(header(raw, 'References')).toBeNull()
  })

  test('goes on with its thread', async () => {
    const { raw, parsed } = await delivered(sample('rejected'))
    expect(parsed.subject).toBe(
      'Re: Fuentes, Irarrázaval & Asociados: documentos que necesitamos (ref. A-204)',
    )
    expect(header(raw, 'In-Reply-To')).toBe('<reply-1@correo.example>')
    expect(header(raw, 'References')).toBe('<first@estudio.example> <reply-1@correo.example>')
  })

  test('says that a program sent it, which none should answer', async () => {
    const request = await delivered(sample('request'))
    expect(header(request.raw, 'Auto-Submitted')).toBe('auto-generated')
    expect(header(request.raw, 'X-Auto-Response-Suppress')).toBe('All')
    expect(header(request.raw, 'X-Despacho-Loop')).toMatch(/^[a-z2-7]{26}$/)
    const receipt = await delivered(sample('receipt-partial'))
    expect(header(receipt.raw, 'Auto-Submitted')).toBe('auto-replied')
  })

  test('offers to stop reminders in each language, and only where it reminds', async () => {
    const words = { 'es-CL': 'no%20recordar', 'pt-BR': 'n%C3%A3o%20lembrar', en: 'stop%20reminding%20me' }
    for (const locale of locales) {
      const { raw } = await delivered(sample('reminder', locale))
      expect(header(raw, 'List-Unsubscribe')).toBe(
        `<https://portal.example/reminders/q7x2m4k5n6p7a2b3>, <mailto:${answersTo}?subject=${words[locale]}&body=${words[locale]}>`,
      )
      expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    }
    const request = await delivered(sample('request'))
    expect(header(request.raw, 'List-Unsubscribe')).toBeNull()
  })

  test('promises no stopping by one click where the page is not reached by https', async () => {
    const reminder = { ...sample('reminder'), remindersUrl: 'http://127.0.0.1:3000/reminders/q7x2' } as Letter
    const { raw } = await delivered(reminder)
    expect(header(raw, 'List-Unsubscribe')).toContain('<http://127.0.0.1:3000/reminders/q7x2>')
    expect(header(raw, 'List-Unsubscribe-Post')).toBeNull()
  })

  test('carries plain text beside HTML, in UTF-8 and in short lines', async () => {
    const { raw, parsed } = await delivered(sample('request', 'pt-BR'))
    expect(parsed.text).toContain('Por favor, envie os itens abaixo até sexta-feira, 6 de março.')
    expect(parsed.html).toContain('até sexta-feira, 6 de março.')
    expect(parsed.attachments).toEqual([])
    const source = raw.toString('latin1')
    expect(header(raw, 'Content-Type')).toMatch(/^multipart\/alternative/)
    expect(source.match(/^Content-Type: text\/(plain|html); charset=utf-8/gm)).toEqual([
      'Content-Type: text/plain; charset=utf-8',
      'Content-Type: text/html; charset=utf-8',
    ])
    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  })

  test('carries the mark by which a quotation of it is recognised', async () => {
    const { parsed } = await delivered(sample('request'))
    const mark = answersTo.slice(answersTo.indexOf('+') + 1, answersTo.indexOf('@'))
    expect(parsed.text).toContain(mark)
    expect(parsed.html).toContain(mark)
  })

  test('is answered at the sender’s own address where no mail comes in', async () => {
    const mail = await delivered(sample('request'), { replyAddress: null })
    expect(mail.from).toBe('avisos@estudio.example')
    expect(mail.parsed.replyTo).toBeUndefined()
  })

  test('that is about nothing one answers to, as an invitation, is answered at the firm’s plain address', async () => {
    const mail = await delivered(sample('invite-link'))
    expect(mail.from).toBe('avisos@estudio.example')
    expect(mail.parsed.replyTo?.value.map(({ address }) => address)).toEqual([settings.replyAddress])
  })

  test('cannot be given further headers or readers by a name', async () => {
    const request = sample('request')
    const to = { ...request.to, name: 'Rosa\r\nBcc: spy@evil.example\r\n\r\nHola <x@evil.example>' }
    const firm = { ...request.firm, name: 'Estudio "A" <a@evil.example>\r\nX-Evil: 1' }
    const { raw, parsed, to: recipients } = await delivered({ ...request, to, firm })
    expect(recipients).toEqual(['rosa.fuentes@correo.example'])
    expect(header(raw, 'Bcc')).toBeNull()
    expect(header(raw, 'X-Evil')).toBeNull()
    expect(parsed.from?.value.map(({ address }) => address)).toEqual(['avisos@estudio.example'])
  })
})

test('several letters share a connection', async () => {
  const { url, taken } = await postOffice()
  const { send } = mailer(url)
  await send(sample('request'))
  await send(sample('news'))
  expect(new Set(taken.map(({ session }) => session)).size).toBe(1)
})

describe('a server that refuses', () => {
  test.each([
    [550, '5.1.1 no such user', true],
    [550, 'No such user here', true],
    [553, '5.1.3 bad address', true],
    [550, '5.7.1 your server is on a blocklist', false],
    [552, 'mailbox full', false],
    [550, '5.2.2 over quota', false],
    [451, '4.7.1 greylisted, come again', false],
    [450, 'mailbox busy', false],
  ])('the reader with %i %s', async (code, message, hard) => {
    const { url, taken } = await postOffice({
      onRcptTo: (_address, _session, done) => done(refusing(code, message)),
    })
    const sent = await mailer(url).send(sample('request'))
    expect(sent).toEqual({ outcome: 'refused', code, response: `${code} ${message}`, hard })
    expect(taken).toEqual([])
  })

  test.each([554, 452])('the letter itself with %i costs the reader nothing', async (code) => {
    const { url } = await postOffice({
      onData(stream, _session, done) {
        stream.on('end', () => done(refusing(code, 'not like this'))).resume()
      },
    })
    expect(await mailer(url).send(sample('request'))).toMatchObject({ outcome: 'refused', code, hard: false })
  })

  test('the sender costs the reader nothing', async () => {
    const { url } = await postOffice({
      onMailFrom: (_address, _session, done) => done(refusing(553, '5.1.8 who are you')),
    })
    expect(await mailer(url).send(sample('request'))).toMatchObject({
      outcome: 'refused',
      code: 553,
      hard: false,
    })
  })

  test('one letter takes the next', async () => {
    const { url, taken } = await postOffice({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('gone') ? refusing(550, '5.1.1 gone') : null),
    })
    const { send } = mailer(url)
    const request = sample('request')
    const [gone, here] = await Promise.all([
      send({ ...request, to: { ...request.to, email: 'gone@correo.example' } }),
      send(request),
    ])
    expect([gone.outcome, here.outcome]).toEqual(['refused', 'accepted'])
    expect(taken).toHaveLength(1)
  })

  test('our password fails the letter and can be asked beforehand', async () => {
    const { url } = await postOffice({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusing(535, 'no')),
    })
    const { send, verify } = mailer(url.replace('//', '//casos:wrong-secret@'))
    const sent = await send(sample('request'))
    expect(sent).toMatchObject({ outcome: 'failed', error: expect.stringContaining('EAUTH') })
    expect(JSON.stringify(sent)).not.toContain('wrong-secret')
    await expect(verify()).rejects.toThrow()
  })
})

test.each([
  'rosa\r\nRCPT TO:<x@evil.example>@correo.example',
  'rosa@correo.example, x@evil.example',
  'x <x@evil.example>',
  'rosa',
  '',
])('what is not exactly one address is no good, and no server is asked: %j', async (email) => {
  const { url, taken } = await postOffice()
  const letter = sample('request')
  const sent = await mailer(url).send({ ...letter, to: { ...letter.to, email } })
  expect(sent).toMatchObject({ outcome: 'refused', code: 553, hard: true })
  expect(taken).toEqual([])
})

describe('a letter fails and may be tried again', () => {
  test('when nobody is there', async () => {
    const { url } = await talker(() => undefined)
    await closing.pop()?.()
    expect(await mailer(url).send(sample('request'))).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('ESOCKET'),
    })
    await expect(mailer(url).verify()).rejects.toThrow()
  })

  test('when the server never greets', async () => {
    const { url } = await talker(() => undefined)
    const sent = await mailer(url, { patience: 200 }).send(sample('request'))
    expect(sent).toMatchObject({ outcome: 'failed', error: expect.stringContaining('ETIMEDOUT') })
  })

  test('when the server hangs up at once', async () => {
    const { url } = await talker((socket) => socket.end())
    expect(await mailer(url).send(sample('request'))).toMatchObject({ outcome: 'failed' })
  })

  test('when the server falls silent after it had everything', async () => {
    let received = 0
    const { url } = await postOffice({
      onData(stream) {
        stream.on('end', () => received++).resume()
      },
    })
    const sent = await mailer(url, { patience: 300 }).send(sample('request'))
    expect(sent).toMatchObject({ outcome: 'failed', error: expect.stringContaining('ETIMEDOUT') })
    expect(received).toBe(1)
  })

  test('when the server keeps talking and never comes to the point', async () => {
    const { url } = await talker((socket) => {
      socket.write('220 hello\r\n')
      const drip = setInterval(() => socket.write('250-still thinking\r\n'), 50)
      socket.on('close', () => clearInterval(drip))
    })
    const sent = await mailer(url, { patience: 150 }).send(sample('request'))
    expect(sent).toMatchObject({ outcome: 'failed', error: expect.stringContaining('EABORT') })
  })

  test('when the settings ask for encryption and the server has none', async () => {
    const { url, taken } = await postOffice()
    const sent = await mailer(`${url}?requireTLS=true`).send(sample('request'))
    expect(sent).toMatchObject({ outcome: 'failed', error: expect.stringContaining('ETLS') })
    expect(taken).toEqual([])
  })

  test('when the mailer was closed', async () => {
    const { url } = await postOffice()
    const { send, close } = mailer(url)
    close()
    expect(await send(sample('request'))).toMatchObject({ outcome: 'failed' })
  })
})

test('letters that wait for their turn when the mailer is closed fail at once', async () => {
  const { url } = await talker(() => undefined)
  const { send, close } = mailer(`${url}?maxConnections=1`, { patience: 500 })
  const outcomes: string[] = []
  const first = send(sample('request')).then(() => outcomes.push('first'))
  const second = send(sample('news')).then(({ outcome }) => outcomes.push(outcome))
  await new Promise(setImmediate)
  close()
  await Promise.all([first, second])
  expect(outcomes).toEqual(['failed', 'first'])
})

test('a silent reader of one letter does not hold up the others', async () => {
  const { url, taken } = await postOffice({
    onRcptTo: ({ address }, _session, done) => (address.startsWith('silent') ? undefined : done()),
  })
  const { send } = mailer(url, { patience: 1_000 })
  const request = sample('request')
  const silent = send({ ...request, to: { ...request.to, email: 'silent@correo.example' } })
  const others = await Promise.all([send(request), send(request), send(request)])
  expect(others.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(taken).toHaveLength(3)
  expect((await silent).outcome).toBe('failed')
})

test('a server that is there and lets us in is known to be so', async () => {
  const { url } = await postOffice()
  await expect(mailer(url).verify()).resolves.toBeUndefined()
})

test('the Message-ID that Microsoft gives in place of ours is kept, because answers name it', async () => {
  const given = '<SN6PR0001MB1234@SN6PR0001MB1234.namprd05.prod.outlook.com>'
  const { url } = await postOffice({
    onData(stream, _session, done) {
      stream
        .on('end', () => done(null, `2.0.0 OK ${given} [Hostname=SN6PR0001MB1234.namprd05.prod.outlook.com]`))
        .resume()
    },
  })
  expect(await mailer(url).send(sample('request'))).toMatchObject({
    outcome: 'accepted',
    serverMessageId: given,
  })
})
