import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { RawMail } from '../mail/deliver-mail.ts'

/** A mail half handed over. */
export type HandOver = {
  /** Says the dot that ends the mail. */
  end: () => void
  /** The last word of the listener about it; null when it hung up without one. */
  answer: Promise<string | null>
}

/** Begins to hand a mail over as the client's server would (RFC 5321); resolves when all is said but the dot that ends it. */
export async function beginHandOver(port: number, { from, to, raw }: RawMail): Promise<HandOver> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1')
  await once(socket, 'connect')
  const nextReply = repliesOf(socket)
  await nextReply()
  for (const command of [
    'EHLO mx.correo.example',
    `MAIL FROM:<${from}>`,
    ...to.map((address) => `RCPT TO:<${address}>`),
    'DATA',
  ]) {
    socket.write(`${command}\r\n`)
    const reply = await nextReply()
    if (!reply || !/^[23]/.test(reply)) throw new Error(`${command} was answered ${reply ?? 'nothing'}`)
  }
  const written = raw.toString('latin1').replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..')
  socket.write(written.endsWith('\r\n') ? written : `${written}\r\n`, 'latin1')
  return { end: () => void socket.write('.\r\n'), answer: nextReply() }
}

/** Gives the replies of the other side one by one, the last line of each; null for good once it has hung up. */
function repliesOf(socket: Socket): () => Promise<string | null> {
  let heard = ''
  const hungUp = Promise.withResolvers<void>()
  // Whoever is killed hangs up: that is no fault, but an answer.
  socket.on('error', () => undefined).on('close', () => hungUp.resolve())
  socket.on('data', (chunk) => (heard += String(chunk)))
  return async () => {
    for (;;) {
      const reply = /^\d{3} .*(?=\r\n)/m.exec(heard)
      if (reply) {
        heard = heard.slice(reply.index + reply[0].length + 2)
        return reply[0]
      }
      if (socket.destroyed) return null
      await Promise.race([once(socket, 'data').catch(() => undefined), hungUp.promise])
    }
  }
}
