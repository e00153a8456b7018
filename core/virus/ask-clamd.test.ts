import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answeringServer } from '#test/virus/answering-server.ts'
import { freePort } from '#test/product/free-port.ts'
import { eicar, hasClamd, startClamd, type RunningClamd } from '#test/virus/start-clamd.ts'
import { askClamd, type Clamd } from './ask-clamd.ts'

const bytes = (content: string | Buffer) => Readable.from([Buffer.from(content)])

describe.skipIf(!hasClamd)('a real clamd', () => {
  let clamd: RunningClamd
  beforeAll(async () => {
    clamd = await startClamd()
  })
  afterAll(() => clamd.stop())

  test('clears a harmless file and finds a virus, by port and by socket', async () => {
    for (const where of [{ host: clamd.host, port: clamd.port }, { path: clamd.path }] as Clamd[]) {
      expect(await askClamd(where, bytes('una carta'))).toEqual({ is: 'clean' })
      expect(await askClamd(where, bytes(eicar))).toEqual({
        is: 'infected',
        virus: 'Eicar-Test-Signature.UNOFFICIAL',
      })
    }
  })

  test('a file over its limit is not scanned, and nobody takes it for clean', async () => {
    const large = Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(65_536, 'a')))
    expect(await askClamd(clamd, large)).toMatchObject({ is: 'unscanned', because: 'limits' })
  })

  test('an empty file is clean', async () => {
    expect(await askClamd(clamd, Readable.from([]))).toEqual({ is: 'clean' })
  })
})

describe('what a clamd in trouble does', () => {
  const ask = async (handle: Parameters<typeof answeringServer>[0], content = 'una carta') => {
    const server = await answeringServer(handle)
    try {
      return await askClamd(server, bytes(content), { toConnect: 500, inAll: 700 })
    } finally {
      await server.close()
    }
  }
  const down = { is: 'unscanned', because: 'down' }

  test('nobody listens: not scanned', async () => {
    expect(await askClamd({ host: '127.0.0.1', port: await freePort() }, bytes('una carta'))).toMatchObject(
      down,
    )
    expect(await askClamd({ path: '/nowhere/clamd.sock' }, bytes('una carta'))).toMatchObject(down)
  })

  test('it is silent: not scanned, within the time that was allowed', async () => {
    expect(await ask((socket) => socket.resume())).toMatchObject(down)
    // It does not even read.
    expect(await ask((socket) => socket.pause(), 'x'.repeat(20_000_000))).toMatchObject(down)
  })

  test('it hangs up, at once or in the middle: not scanned', async () => {
    expect(await ask((socket) => socket.destroy())).toMatchObject(down)
    expect(
      await ask((socket) => socket.once('data', () => socket.destroy()), 'x'.repeat(5_000_000)),
    ).toMatchObject(down)
  })

  test.each([
    '\0',
    'HTTP/1.1 200 OK\r\n\r\n\0',
    'stream: OK\nstream: Eicar FOUND\0',
    'OK\0',
    'stream: Can\u0000t allocate memory ERROR\0',
    'xx'.repeat(10_000),
  ])('it says something else (%#): never clean', async (answer) => {
    const said = await ask((socket) => socket.once('data', () => socket.end(answer)))
    expect(said).toMatchObject(down)
  })

  test('what exceeds its limits inside, and what it cannot look into, is not scanned', async () => {
    for (const name of ['Heuristics.Limits.Exceeded.MaxFileSize', 'Heuristics.Encrypted.Zip'])
      expect(
        await ask((socket) => socket.once('data', () => socket.end(`stream: ${name} FOUND\0`))),
      ).toMatchObject({
        is: 'unscanned',
        because: 'limits',
      })
  })

  test('it refuses the size and hangs up while the file is still on its way', async () => {
    const refusing = (socket: Parameters<Parameters<typeof answeringServer>[0]>[0]) =>
      socket.once('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0'))
    expect(await ask(refusing, 'x'.repeat(5_000_000))).toMatchObject({ is: 'unscanned' })
  })

  test('a file that cannot be read is a fault of ours, not a verdict', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('una')
        await Promise.reject(new Error('disk'))
      })(),
    )
    const server = await answeringServer((socket) => socket.resume())
    await expect(askClamd(server, broken)).rejects.toThrow('disk')
    await server.close()
  })
})
