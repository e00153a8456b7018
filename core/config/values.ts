import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'

const filled = z.string()

/** True for hosts that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** A whole number between two bounds. */
export function wholeNumber(from: number, to: number) {
  const problem = `must be a whole number from ${from} to ${to}`
  return filled
    .regex(/^\d{1,15}$/, problem)
    .transform(Number)
    .refine((number) => number >= from && number <= to, problem)
}

/** One of a few words. */
export function word<const Word extends string>(...words: [Word, ...Word[]]) {
  return filled.pipe(z.enum(words, `must be one of ${words.join(', ')}`))
}

/** Addresses, ranges (`10.0.0.0/8`) and names of ranges as Express knows them, separated by commas. */
export const proxies = filled.transform((text, context) => {
  const listed = text.split(',').map((one) => one.trim())
  const isSound = (one: string) => {
    if (['loopback', 'linklocal', 'uniquelocal'].includes(one)) return true
    const [address = '', bits, ...more] = one.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    return (
      isIP(address) > 0 &&
      more.length === 0 &&
      (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
    )
  }
  return listed.every(isSound)
    ? listed
    : refuse(context, 'must name addresses, ranges, loopback, linklocal or uniquelocal')
})

/** Hosts of push services, `*.` before a name for all below it; `none`; on this machine also `http://127.0.0.1:PORT`. */
export const pushServices = filled.transform((text, context) => {
  if (text === 'none') return []
  const listed = text.split(',').map((one) => one.trim().toLowerCase())
  const isSound = (one: string) => {
    const url = one.startsWith('http://') ? URL.parse(one) : null
    return url
      ? url.origin === one && isLoopback(url.hostname)
      : /^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$/.test(one)
  }
  return listed.every(isSound)
    ? listed
    : refuse(context, 'must name hosts, such as *.push.apple.com, or be none')
})

/** Text without blanks, of at least so many bytes in UTF-8. */
export function secretText(bytes = 1) {
  return filled
    .regex(/^\S+$/, 'must not contain blanks')
    .refine((text) => Buffer.byteLength(text) >= bytes, `must be at least ${bytes} bytes long`)
}

/** Where people reach the server, without a slash at its end; `http:` on loopback only. */
export const baseUrl = filled.transform((text, context) => {
  const url = URL.parse(text)
  const problem = webProblem(url) ?? (url && url.pathname !== '/' ? 'must not have a path' : null)
  if (problem) return refuse(context, problem)
  return url?.origin ?? ''
})

/** Base address of Slack's Web API, ending in `/api/`. */
export const slackApiUrl = filled.transform((text, context) => {
  const url = URL.parse(text)
  const problem = webProblem(url) ?? (text.endsWith('/api/') ? null : 'must end in /api/')
  return problem ? refuse(context, problem) : text
})

function webProblem(url: URL | null): string | null {
  if (!url || !/^https?:$/.test(url.protocol)) return 'must be an address that begins with https://'
  if (url.username || url.search || url.hash) return 'must not have a user, a query or a fragment'
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return 'may use http: on loopback only'
  return null
}

/** `postgres://…`, or the `file:` of an SQLite database. */
export const databaseUrl = filled.transform((text, context) => {
  if (/^postgres(ql)?:/.test(text)) {
    return URL.parse(text)?.hostname ? text : refuse(context, 'names no PostgreSQL server')
  }
  return fileUrl(text, context)
})

/** The `file:` of a folder. */
export const filesUrl = filled.transform((text, context) => {
  if (text.startsWith('s3:'))
    return refuse(context, 'may only be a folder: s3:// is not available in this version')
  return fileUrl(text, context)
})

// By hand: `new URL('file:./data/x')` would make it /data/x.
function fileUrl(text: string, context: z.RefinementCtx): string {
  const path = /^file:(?:\/\/(?=\/))?(?<path>\.{0,2}\/[^/].*)$/.exec(text)?.groups?.path
  return path ? `file:${path}` : refuse(context, 'must begin with file:./ or file:/ and name a path')
}

/** Nodemailer's `smtp://` or `smtps://`. */
export const smtpUrl = filled.transform((text, context) => {
  const url = URL.parse(text)
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol)) {
    return refuse(context, 'must begin with smtp:// or smtps:// and name a server')
  }
  return text
})

/** An RSA key as PEM, or the path of a file with one. */
export const dkimKey = filled.transform((text, context) => {
  const isPem = text.startsWith('-----BEGIN')
  try {
    const pem = isPem ? text.replaceAll('\\n', '\n') : readFileSync(text, 'utf8')
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem)
    if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
      return refuse(context, 'must be an RSA key of 2048 bits or more')
    return pem
  } catch {
    return refuse(context, isPem ? 'is no private key in PEM' : 'names no file with a private key in PEM')
  }
})

/** Where the mail listener waits. */
export const mailListen = filled.transform((text, context) => {
  const url = URL.parse(text)
  const protocol = url?.protocol === 'smtp:' ? 'smtp' : url?.protocol === 'lmtp:' ? 'lmtp' : null
  if (!url || !protocol || !url.hostname || !url.port || (url.pathname || '/') !== '/' || url.username) {
    return refuse(context, 'must be smtp:// or lmtp:// with a host and a port, and nothing else')
  }
  return { protocol, host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) } as const
})

/** `host:port`, `[::1]:port`, or `unix:/path/to/socket`. */
export const clamd = filled.transform((text, context) => {
  const path = /^unix:(\/\S+)$/.exec(text)?.[1]
  if (path) return { path }
  const [, host, port] = /^([a-z0-9.-]+|\[[0-9a-f:.]+\]):(\d{1,5})$/i.exec(text) ?? []
  if (!host || !port || Number(port) < 1 || Number(port) > 65_535)
    return refuse(context, 'must be host:port, or unix: and the path of a socket')
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
})

/** A folder of a mailbox, `/` between a folder and the one in it. */
export const mailFolder = filled.transform((text, context) => {
  const parts = text.split('/').map((part) => part.trim())
  const isSound = parts.every((part) => part !== '' && !/[\x00-\x1f\x7f%*\\]/.test(part))
  return isSound ? parts.join('/') : refuse(context, 'must name a folder, with a / between it and one in it')
})

/** Where tokens are asked for; `http:` on loopback only. */
export const tokenUrl = filled.transform((text, context) => {
  const url = URL.parse(text)
  const problem = webProblem(url)
  return problem ? refuse(context, problem) : text
})

/** One token or several, separated by blanks. */
export const refreshTokens = filled.transform((text) => text.split(/\s+/))

/** Whatever is written there. */
export const anyText = filled

const address = /^[a-z0-9.!#$%&'*/=?^_`{|}~-]+(\+[a-z0-9._-]+)?@[a-z0-9-]+(\.[a-z0-9-]+)*$/i

/** A sender: an address, or `Name <address>`. */
export const sender = filled.refine((text) => {
  const written = /^[^<>"\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text
  return address.test(written)
}, 'must be an address, or a name followed by <address>')

/** The longest local part that leaves room for `+r.<16>.<26>` in the 64 characters of RFC 5321. */
const longestReplyName = 18

/** The address that reply addresses are made from, in lower case. */
export const replyAddress = filled.transform((text, context) => {
  const name = text.slice(0, text.indexOf('@'))
  if (!address.test(text)) return refuse(context, 'must be an address')
  if (name.includes('+'))
    return refuse(context, 'must not contain a +: replies go to what is added after one')
  if (name.length > longestReplyName) {
    return refuse(
      context,
      `must have at most ${longestReplyName} characters before the @ (it has ${name.length})`,
    )
  }
  return text.toLowerCase()
})

/** A host name, as mail servers sign their `Authentication-Results` with. */
export const hostName = filled.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, 'must be a host name').toLowerCase()

/** A Slack bot token. */
export const botToken = secretText().refine(
  (token) => !/^xox[aps]-|^xapp-/.test(token),
  'must be a bot token (xoxb-…), not one of a user or an app',
)

/** A Slack app-level token. */
export const appToken = secretText().refine(
  (token) => token.startsWith('xapp-'),
  'must be an app-level token (xapp-…)',
)

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
