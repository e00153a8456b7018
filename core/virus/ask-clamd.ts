import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Where clamd listens. */
export type Clamd = { host: string; port: number } | { path: string }

/** What a scan tells; `limits`: clamd looked at none or only part of it; `down`: it gave no answer that can be believed. */
export type Scanned =
  | { is: 'clean' }
  | { is: 'infected'; virus: string }
  | { is: 'unscanned'; because: 'down' | 'limits'; said: string }

/** In milliseconds. */
export type Patience = { toConnect: number; inAll: number }

const patience: Patience = { toConnect: 3000, inAll: 20_000 }
const mostAnswer = 4096

/**
 * Streams bytes to clamd (INSTREAM, clamd(8)) and gives back its verdict; never rejects for what clamd does or does not do,
 * only when the bytes themselves cannot be read.
 */
export async function askClamd(
  clamd: Clamd,
  bytes: AsyncIterable<Uint8Array>,
  { toConnect, inAll }: Patience = patience,
): Promise<Scanned> {
  const socket = connect({ ...clamd, noDelay: true })
  const heard = answerOf(socket)
  const late = setTimeout(() => socket.destroy(new Error(`no answer within ${inAll} ms`)), inAll)
  const unreached = setTimeout(() => socket.destroy(new Error('not reached')), toConnect)
  socket.once('connect', () => clearTimeout(unreached))
  try {
    await send(socket, bytes)
    const answer = await heard
    return brokeOff.test(answer) && (await isAlive(clamd, toConnect))
      ? { is: 'unscanned', because: 'limits', said: answer }
      : verdictOf(answer)
  } finally {
    clearTimeout(late)
    clearTimeout(unreached)
    socket.destroy()
  }
}

/**
 * Of a file over its limit clamd says so and hangs up with bytes still on their way, whereupon what it said may be lost
 * (RFC 1122, 4.2.2.13). One that is well and hung up over this file has had too much of it.
 */
const brokeOff = /^no answer: (hung up|.*\b(ECONNRESET|EPIPE)\b)/

function isAlive(clamd: Clamd, within: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(clamd, () => socket.write('zPING\0'))
    socket.setTimeout(within, () => socket.destroy())
    socket.once('data', (said) => {
      resolve(said.toString('latin1') === 'PONG\0')
      socket.destroy()
    })
    socket.on('error', () => {}).on('close', () => resolve(false))
  })
}

/** All that clamd says before it hangs up or falls silent for good. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      said = (said + text).slice(0, mostAnswer)
      if (said.includes('\0')) resolve(said)
    })
    // What was said before the connection broke counts: clamd hangs up on whoever sends it too much.
    socket.on('error', (error) => resolve(said || `no answer: ${error.message}`))
    socket.on('close', () => resolve(said || 'no answer: hung up'))
  })
}

// Whatever goes wrong with the connection while sending is told by the answer, or by its absence.
async function send(socket: Socket, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.writable) return
    if (!socket.write(chunk)) await drained(socket)
    if (!socket.writable) return
  }
  socket.write(Buffer.alloc(4))
}

async function drained(socket: Socket): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  const ended = once(socket, 'close', { signal })
  await Promise.race([once(socket, 'drain', { signal }), ended]).catch(() => {})
  over.abort()
  await ended.catch(() => {})
}

function verdictOf(answer: string): Scanned {
  const said = answer.replace(/\0[^]*$/, '').trim()
  if (said === 'stream: OK') return { is: 'clean' }
  const virus = /^stream: (\S.{0,200}) FOUND$/.exec(said)?.[1]
  // With `AlertExceedsMax` and `AlertEncrypted` clamd says so of what it did not look into.
  if (virus && /^Heuristics\.(Limits\.Exceeded|Encrypted)\b/.test(virus))
    return { is: 'unscanned', because: 'limits', said }
  if (virus) return { is: 'infected', virus }
  return { is: 'unscanned', because: /size limit exceeded/i.test(said) ? 'limits' : 'down', said }
}
