import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** One end of a web socket (RFC 6455), as far as a test of its other end needs it: whole text frames, pings and closing. */
export type Socket = {
  send: (text: string) => void
  ping: () => void
  /** Says goodbye as one should. */
  close: () => void
  /** Is gone from one moment to the next. */
  drop: () => void
  isOpen: () => boolean
}

export type SocketEvents = {
  /** False refuses the connection. */
  onOpen: (socket: Socket, url: URL) => boolean
  onText: (socket: Socket, text: string) => void
  onPong: (socket: Socket) => void
  onClose: (socket: Socket) => void
}

const opcodes = { text: 1, close: 8, ping: 9, pong: 10 }
const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Serves web sockets on a free port of 127.0.0.1. */
export async function serveWebSockets(
  events: SocketEvents,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((_request, response) => response.writeHead(426).end())
  const streams = new Set<Duplex>()
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    streams.add(stream)
    stream.once('close', () => streams.delete(stream))
    stream.on('error', () => stream.destroy())
    accept(request, stream, events)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      for (const stream of streams) stream.destroy()
      await closed
    },
  }
}

function accept(request: IncomingMessage, stream: Duplex, events: SocketEvents) {
  const write = (opcode: number, payload: Buffer) => {
    if (stream.writable) stream.write(frame(opcode, payload))
  }
  let open = true
  const socket: Socket = {
    send: (text) => write(opcodes.text, Buffer.from(text)),
    ping: () => write(opcodes.ping, Buffer.from('Ping from Slack')),
    close: () => write(opcodes.close, Buffer.from([0x03, 0xe8])),
    drop: () => stream.destroy(),
    isOpen: () => open,
  }
  stream.once('close', () => {
    open = false
    events.onClose(socket)
  })
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${guid}`).digest('base64')
  stream.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${key}\r\n\r\n`,
  )
  let pending = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    for (let read = readFrame(pending); read; read = readFrame(pending)) {
      pending = pending.subarray(read.bytes)
      if (read.opcode === opcodes.text) events.onText(socket, read.payload.toString('utf8'))
      if (read.opcode === opcodes.ping) write(opcodes.pong, read.payload)
      if (read.opcode === opcodes.pong) events.onPong(socket)
      if (read.opcode === opcodes.close) {
        open = false
        write(opcodes.close, read.payload)
        stream.end()
      }
    }
  })
  if (!events.onOpen(socket, new URL(request.url ?? '/', 'ws://slack'))) socket.close()
}

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | opcode, length]), payload])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = 0x80 | opcode
  head[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

/** The first frame of what has come, unmasked; null while it is not whole. */
function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; bytes: number } | null {
  if (bytes.length < 2) return null
  const short = bytes.readUInt8(1) & 0x7f
  const at = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < at + 4) return null
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const end = at + 4 + length
  if (bytes.length < end) return null
  const mask = bytes.subarray(at, at + 4)
  const payload = Buffer.from(bytes.subarray(at + 4, end).map((byte, index) => byte ^ (mask[index % 4] ?? 0)))
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, bytes: end }
}
