import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
  type ECDH,
} from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'

export type PushReceived = {
  headers: IncomingHttpHeaders
  /** As the phone reads it. */
  message: Record<string, unknown>
  /** Who sent it, by a signature that held. */
  sender: { publicKey: string; aud: string; exp: number; sub: string }
}

export type TestPhone = { endpoint: string; p256dh: string; auth: string; received: PushReceived[] }

export type PushService = {
  origin: string
  /** A browser that takes messages here. */
  phone: () => TestPhone
  /** What the next message is answered with, instead of being taken. */
  refuseNext: (status: number, headers?: Record<string, string>) => void
  close: () => void
}

/** A push service on this machine (RFC 8030): reads every message with the keys of its phone, and throws at what is not in order. */
export async function startPushService(): Promise<PushService> {
  const phones = new Map<string, { phone: TestPhone; pair: ECDH }>()
  const refusals: { status: number; headers: Record<string, string> }[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const refusal = refusals.shift()
      if (refusal) return response.writeHead(refusal.status, refusal.headers).end('no')
      const found = phones.get(request.url ?? '')
      if (!found) return response.writeHead(410).end()
      const message = decrypted(Buffer.concat(chunks), found.pair, found.phone.auth)
      const sender = senderOf(request.headers.authorization ?? '')
      found.phone.received.push({ headers: request.headers, message, sender })
      response.writeHead(201).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    origin,
    phone: () => {
      const pair = createECDH('prime256v1')
      const path = `/send/${randomBytes(12).toString('base64url')}`
      const phone: TestPhone = {
        endpoint: origin + path,
        p256dh: pair.generateKeys('base64url'),
        auth: randomBytes(16).toString('base64url'),
        received: [],
      }
      phones.set(path, { phone, pair })
      return phone
    },
    refuseNext: (status, headers = {}) => refusals.push({ status, headers }),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Message Encryption for Web Push (RFC 8291) in one record of `aes128gcm` (RFC 8188). */
function decrypted(body: Buffer, pair: ECDH, auth: string): Record<string, unknown> {
  const salt = body.subarray(0, 16)
  const theirs = body.subarray(21, 21 + body.readUInt8(20))
  const record = body.subarray(21 + theirs.length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs])
  const shared = pair.computeSecret(theirs)
  const secret = Buffer.from(hkdfSync('sha256', shared, Buffer.from(auth, 'base64url'), info, 32))
  const derive = (label: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${label}\0`, length))
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  decipher.setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = plain.lastIndexOf(2)
  return JSON.parse(plain.subarray(0, end).toString('utf8')) as Record<string, unknown>
}

/** Voluntary Application Server Identification (RFC 8292). */
function senderOf(authorization: string): PushReceived['sender'] {
  const [, token = '', publicKey = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!signed) throw new Error('the signature of the sender does not hold')
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as {
    aud: string
    exp: number
    sub: string
  }
  return { publicKey, ...said }
}
