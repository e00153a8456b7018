import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { createTransport } from 'nodemailer'
import { afterEach, describe, expect, test } from 'vitest'
import type { MailEnvelope } from './authenticate.ts'
import { listenForMail, type ListenForMail, type MailListener } from './listen.ts'

type Stored = { raw: Buffer; envelope: MailEnvelope }

const open: (MailListener | Socket)[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await ('destroy' in one ? one.destroy() : one.close())
})

async function listener(options: Partial<ListenForMail> & { protocol?: 'smtp' | 'lmtp' } = {}) {
  const stored: Stored[] = []
  const complaints: unknown[] = []
  const listening = await listenForMail({
    listen: { protocol: options.protocol ?? 'smtp', host: '127.0.0.1', port: 0 },
    maxBytes: 20_000,
    acceptsRecipient: (address) => /^casos(\+.*)?@estudio\.cl$/.test(address),
    store: async (raw, envelope) => stored.push({ raw: await buffer(raw), envelope }),
    facesInternet: false,
    log: {
      warn: (facts: object) => complaints.push(facts),
      error: (facts: object) => complaints.push(facts),
    } as ListenForMail['log'],
    ...options,
  })
  open.push(listening)
  return { ...listening, stored, complaints }
}

/** Talks line by line, as a telnet user would; each answer is the last line of a reply. */
async function talk(port: number) {
  const socket = connect(port, '127.0.0.1')
  open.push(socket)
  let heard = ''
  const answers: string[] = []
  const waiting: ((answer: string) => void)[] = []
  socket.setEncoding('utf8').on('data', (text) => {
    heard += String(text)
    for (let end = heard.indexOf('\r\n'); end !== -1; end = heard.indexOf('\r\n')) {
      const line = heard.slice(0, end)
      heard = heard.slice(end + 2)
      if (/^\d{3}-/.test(line)) continue
      const next = waiting.shift()
      if (next) next(line)
      else answers.push(line)
    }
  })
  const answer = () => {
    const line = answers.shift()
    return line === undefined
      ? new Promise<string>((resolve) => waiting.push(resolve))
      : Promise.resolve(line)
  }
  const say = (line: string) => (socket.write(`${line}\r\n`), answer())
  await answer()
  return { socket, say, answer }
}

const letter = 'From: rosa@correo.cl\r\nSubject: Re\r\n\r\nhola\r\n..punto\r\n'
const send = (port: number, mail: object, options: object = {}) =>
  createTransport({ host: '127.0.0.1', port, ...options }).sendMail({
    from: 'Rosa@Correo.cl',
    to: 'casos+r.x@estudio.cl',
    subject: 'Re',
    text: 'hola',
    ...mail,
  })

describe('a mail that comes in', () => {
  test('is stored byte by byte with its envelope before it is acknowledged', async () => {
    const gate = Promise.withResolvers<void>()
    const stored: Stored[] = []
    const { port } = await listener({
      store: async (raw, envelope) => {
        stored.push({ raw: await buffer(raw), envelope })
        await gate.promise
      },
    })
    let acknowledged = false
    const sent = send(port, { raw: letter }).then(() => (acknowledged = true))
    while (stored.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(acknowledged).toBe(false)
    gate.resolve()
    await sent
    expect(stored[0]?.raw.toString()).toBe(letter)
    expect(stored[0]?.envelope).toMatchObject({
      from: 'rosa@correo.cl',
      to: ['casos+r.x@estudio.cl'],
      remoteAddress: '127.0.0.1',
      helo: expect.any(String),
    })
  })

  test('from the null sender is taken, since bounces come so', async () => {
    const { port, stored } = await listener()
    await send(port, { envelope: { from: '', to: 'casos@estudio.cl' } })
    expect(stored[0]?.envelope.from).toBe('')
  })

  test('to nobody we know is refused at once', async () => {
    const { port, stored } = await listener()
    await expect(send(port, { to: 'otro@estudio.cl' })).rejects.toMatchObject({
      responseCode: 550,
      command: 'RCPT TO',
    })
    expect(stored).toEqual([])
  })

  test('keeps the recipients that are ours', async () => {
    const { port, stored } = await listener()
    const sent = await send(port, { to: ['CASOS+R.A@estudio.cl', 'otro@estudio.cl', 'casos+r.b@Estudio.cl'] })
    expect(sent.rejected).toEqual(['otro@estudio.cl'])
    expect(stored[0]?.envelope.to).toEqual(['casos+r.a@estudio.cl', 'casos+r.b@estudio.cl'])
  })

  test('is to be sent again when it could not be stored, and says so to nobody but the log', async () => {
    const { port, complaints } = await listener({
      store: async () => Promise.reject(new Error('disk /srv/files is full')),
    })
    await expect(send(port, {})).rejects.toMatchObject({
      responseCode: 451,
      response: expect.not.stringContaining('disk'),
    })
    expect(complaints).toHaveLength(1)
  })

  test('and could not be stored after half of it is to be sent again, and the next one is taken', async () => {
    let count = 0
    const { port } = await listener({
      maxBytes: 5_000_000,
      store: async (raw) => {
        if (++count > 1) return buffer(raw)
        await once(raw, 'readable')
        throw new Error('no')
      },
    })
    const pool = createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: 1 })
    const mail = { from: 'rosa@correo.cl', to: 'casos@estudio.cl', text: 'x'.repeat(1_000_000) }
    await expect(pool.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 })
    await pool.sendMail(mail)
    expect(count).toBe(2)
    pool.close()
  })

  test('whose sender goes away in the middle is not stored', async () => {
    const outcome = Promise.withResolvers<unknown>()
    const { port } = await listener({
      store: async (raw) => {
        await buffer(raw).then(() => outcome.resolve('stored'), outcome.resolve)
        throw new Error('gone')
      },
    })
    const { socket, say } = await talk(port)
    for (const line of ['EHLO x', 'MAIL FROM:<rosa@correo.cl>', 'RCPT TO:<casos@estudio.cl>', 'DATA'])
      await say(line)
    socket.write('From: rosa@correo.cl\r\n\r\nhalf of')
    socket.destroy()
    expect(await outcome.promise).toBeInstanceOf(Error)
  })
})

describe('the size of a mail', () => {
  test('is announced, and a sender who says theirs is refused before sending', async () => {
    const { port } = await listener()
    const { socket, say } = await talk(port)
    const lines: string[] = []
    socket.on('data', (text: string) => lines.push(text))
    await say('EHLO x')
    expect(lines.join('')).toContain('SIZE 20000')
    expect(lines.join('')).not.toMatch(/AUTH|STARTTLS/)
    expect(await say('MAIL FROM:<rosa@correo.cl> SIZE=20001')).toMatch(/^552/)
    expect(await say('MAIL FROM:<rosa@correo.cl> SIZE=19999')).toMatch(/^250/)
  })

  test('is enforced on who keeps silent about it: refused for good and not stored', async () => {
    const failed = Promise.withResolvers<unknown>()
    const { port, complaints } = await listener({
      store: (raw) => buffer(raw).finally(() => raw.errored && failed.resolve(raw.errored)),
    })
    const { socket, say, answer } = await talk(port)
    for (const line of ['EHLO x', 'MAIL FROM:<rosa@correo.cl>', 'RCPT TO:<casos@estudio.cl>', 'DATA'])
      await say(line)
    socket.write(`Subject: x\r\n\r\n${'x'.repeat(998)}\r\n`.repeat(300))
    socket.write('\r\n.\r\n')
    expect(await answer()).toMatch(/^552/)
    expect(await failed.promise).toBeInstanceOf(Error)
    expect(complaints).toEqual([])
    expect(await say('NOOP')).toMatch(/^250/)
  })
})

test('by LMTP every recipient gets an answer', async () => {
  const { port, stored } = await listener({ protocol: 'lmtp' })
  const { socket, say, answer } = await talk(port)
  expect(await say('LHLO mx')).toMatch(/^250/)
  await say('MAIL FROM:<>')
  expect(await say('RCPT TO:<casos+r.a@estudio.cl>')).toMatch(/^250/)
  expect(await say('RCPT TO:<nobody@estudio.cl>')).toMatch(/^550/)
  expect(await say('RCPT TO:<casos+r.b@estudio.cl>')).toMatch(/^250/)
  await say('DATA')
  socket.write(`${letter.replace('..', '...')}.\r\n`)
  expect([await answer(), await answer()]).toEqual([
    expect.stringMatching(/^250/),
    expect.stringMatching(/^250/),
  ])
  expect(stored).toHaveLength(1)
  expect(await say('NOOP')).toMatch(/^250/)
})

test('facing the internet, nobody else’s results come through, folded or not, and nothing else is touched', async () => {
  const { port, stored } = await listener({ facesInternet: true })
  const kept =
    'From: rosa@correo.cl\r\nX-Authentication-Results: stays\r\nSubject: uno\r\n\tdos\r\n\r\nAuthentication-Results: in the body\r\n'
  const forged = 'Authentication-Results: mx.estudio.cl;\r\n dmarc=pass\r\n\theader.from=correo.cl\r\n'
  await send(port, {
    raw: forged + kept.replace('Subject', `AUTHENTICATION-RESULTS : x\r\n${forged}Subject`),
  })
  expect(stored[0]?.raw.toString()).toBe(kept)
})

describe('closing', () => {
  test('lets a mail that is being stored be acknowledged', async () => {
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const { port, close } = await listener({
      store: async (raw) => {
        await buffer(raw)
        begun.resolve()
        await gate.promise
      },
    })
    const sent = send(port, {})
    await begun.promise
    const closed = close()
    gate.resolve()
    await expect(sent).resolves.toMatchObject({ accepted: ['casos+r.x@estudio.cl'] })
    await closed
  })

  test('does not wait for a client that says nothing', async () => {
    const { port, close } = await listener()
    await talk(port)
    const started = performance.now()
    await close()
    expect(performance.now() - started).toBeLessThan(4000)
    await expect(send(port, {})).rejects.toThrow(/ECONNREFUSED/)
  })
})

test('a port that is taken is told at once', async () => {
  const { port } = await listener()
  await expect(listener({ listen: { protocol: 'smtp', host: '127.0.0.1', port } })).rejects.toThrow(
    /EADDRINUSE/,
  )
})
