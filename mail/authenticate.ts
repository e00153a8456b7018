import { createReadStream } from 'node:fs'
import { Resolver } from 'node:dns/promises'
import { domainToASCII } from 'node:url'
import type { AuthenticateOptions, DNSResolver } from 'mailauth'
import { getAlignment } from 'mailauth/lib/tools.js'
import type { MailAuthentication } from '#core/replies/inbound/incoming-mail.ts'
import { type AuthenticationResult, readAuthenticationResults } from './authentication-results.ts'
import { type RawHeader, valuesOf } from './raw-header.ts'

/** How the mail reached our listener; null over IMAP, where nobody knows. */
export type MailEnvelope = {
  /** Empty for the null sender. */
  from: string
  to: string[]
  remoteAddress: string
  helo: string | null
}

export type AuthenticateMail = {
  rawPath: string
  header: RawHeader
  from: string[]
  envelope: MailEnvelope | null
  /** Our listener stands at the edge itself: only its own findings count, SPF among them. */
  facesInternet: boolean
  trustedAuthservId: string | null
  resolver?: DNSResolver
  /** How long DNS may take altogether; 4 s unless told. */
  patience?: number
}

/**
 * Says whether the domain of the sender stands behind a mail. At the edge we find out ourselves; behind the firm's
 * server its Authentication-Results count and no others (RFC 8601, 5); with none named, DKIM is verified by us
 * (without SPF, since the client's address is unknown). What DNS does not answer in time proves nothing: `none`.
 */
export async function authenticateMail(mail: AuthenticateMail): Promise<MailAuthentication> {
  const [address] = mail.from
  if (mail.header.fromLines !== 1 || mail.from.length !== 1 || !address)
    return { verdict: 'fail', detail: `from lines=${mail.header.fromLines} addresses=${mail.from.length}` }
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const atEdge = mail.facesInternet && mail.envelope !== null
  if (!atEdge && mail.trustedAuthservId) return trustServer(mail.header, domain, mail.trustedAuthservId)
  return verify(mail, domain, atEdge)
}

function trustServer(header: RawHeader, domain: string, authservId: string): MailAuthentication {
  const trusted = wordsOf(authservId, header)
  if (!trusted.length) return { verdict: 'none', detail: `${authservId} said nothing` }
  // Should a forged one have come through among them, the topmost word on a method counts.
  const topmost = (method: string) =>
    trusted.find((results) => results.some((one) => one.method === method)) ?? []
  const dmarc = topmost('dmarc').filter((one) => one.method === 'dmarc')
  if (dmarc.some((one) => one.result === 'fail'))
    return { verdict: 'fail', detail: `${authservId} dmarc=fail` }
  const passes = ({ result, properties }: AuthenticationResult) =>
    result === 'pass' && getAlignment(domain, [properties.get('header.from')?.replace(/^.*@/, '') ?? domain])
  const bySpf = topmost('spf').some(
    ({ method, result, properties }) =>
      method === 'spf' &&
      result === 'pass' &&
      Boolean(getAlignment(domain, [properties.get('smtp.mailfrom')?.replace(/^.*@/, '') ?? ''])),
  )
  // Without a signature it can only be the sending server that made DMARC pass.
  const by = bySpf || valuesOf(header, 'dkim-signature').length === 0 ? 'server' : 'signature'
  if (dmarc.length && dmarc.every(passes)) return { verdict: 'pass', by, detail: `${authservId} dmarc=pass` }
  for (const { method, result, properties } of topmost('dkim')) {
    const signer = properties.get('header.d') ?? properties.get('header.i')?.replace(/^.*@/, '')
    if (method === 'dkim' && result === 'pass' && signer && getAlignment(domain, [signer]))
      return { verdict: 'pass', by, detail: `${authservId} dkim=pass header.d=${signer}` }
  }
  const said = trusted.flat().map(({ method, result }) => `${method}=${result}`)
  return {
    verdict: 'none',
    detail: `${authservId} ${[...new Set(said)].join(' ') || 'said nothing'}`.slice(0, 300),
  }
}

/**
 * What the server wrote itself, topmost first: from its first field down to the next Received. What stands below was
 * there before the mail reached the server, whoever's name it bears (RFC 8601, 5).
 */
function wordsOf(authservId: string, { fields }: RawHeader): AuthenticationResult[][] {
  // Servers remove forged fields by the exact name; one with a blank before its colon may have slipped through.
  const read = ({ name, value, tight }: RawHeader['fields'][number]) =>
    name === 'authentication-results' && tight ? readAuthenticationResults(value, authservId) : null
  const start = fields.findIndex((field) => read(field) !== null)
  if (start === -1) return []
  const end = fields.findIndex(({ name }, at) => at > start && name === 'received')
  const run = fields.slice(start, end === -1 ? undefined : end)
  return run.map(read).filter((results) => results !== null)
}

const mostSignatures = 10

async function verify(mail: AuthenticateMail, domain: string, atEdge: boolean): Promise<MailAuthentication> {
  const signatures = valuesOf(mail.header, 'dkim-signature').length
  if (signatures > mostSignatures) return { verdict: 'none', detail: `dkim signatures=${signatures}` }
  if (!signatures && !atEdge) return { verdict: 'none', detail: 'dkim=none' }
  const late = Promise.withResolvers<MailAuthentication>()
  const timer = setTimeout(
    () => late.resolve({ verdict: 'none', detail: 'dns timeout' }),
    mail.patience ?? 4000,
  )
  try {
    return await Promise.race([verifySignatures(mail, domain, atEdge), late.promise])
  } catch (error) {
    return { verdict: 'none', detail: `not verified: ${String(error)}`.slice(0, 300) }
  } finally {
    clearTimeout(timer)
  }
}

async function verifySignatures(
  mail: AuthenticateMail,
  domain: string,
  atEdge: boolean,
): Promise<MailAuthentication> {
  const { authenticate } = await import('mailauth')
  const client: AuthenticateOptions =
    atEdge && mail.envelope
      ? {
          ip: mail.envelope.remoteAddress,
          sender: mail.envelope.from,
          helo: mail.envelope.helo ?? mail.envelope.remoteAddress,
        }
      : {}
  const raw = createReadStream(mail.rawPath)
  const found = await authenticate(raw, {
    ...client,
    mta: 'despacho',
    resolver: mail.resolver ?? defaultResolver(),
    rejectRsaSha1: true,
    disableArc: true,
    disableBimi: true,
  }).finally(() => raw.destroy())

  // mailauth reads From itself; what it finds proves nothing about an address it did not see there.
  const [author] = found.dkim.headerFrom
  if (found.dkim.headerFrom.length !== 1 || !author || comparable(author) !== comparable(mail.from[0] ?? ''))
    return { verdict: 'fail', detail: `from read otherwise, addresses=${found.dkim.headerFrom.length}` }

  const dmarc = found.dmarc ? found.dmarc.status.result : 'none'
  const said = [
    ...found.dkim.results.map(
      ({ status, signingDomain }) => `dkim=${status.result} header.d=${signingDomain}`,
    ),
    ...(found.spf ? [`spf=${found.spf.status.result}`] : []),
    `dmarc=${dmarc}`,
  ]
  const detail = said.join(' ').slice(0, 300)
  // An "l=" tag leaves the end of the body unsigned, and whatever somebody attached there.
  const whole = found.dkim.results.some(
    ({ status }) => status.result === 'pass' && status.aligned && !status.underSized,
  )
  const bySpf =
    atEdge && dmarc === 'pass' && found.dmarc !== false && Boolean(found.dmarc.alignment.spf.result)
  const sent = mail.envelope?.from.replace(/^.*@/, '') ?? ''
  const fromServer = atEdge && found.spf && found.spf.status.result === 'pass' && getAlignment(domain, [sent])
  if (whole || bySpf) return { verdict: 'pass', by: bySpf || fromServer ? 'server' : 'signature', detail }

  // Without SPF only a signature of the sender's own domain that does not fit the mail is a failure.
  const broken = found.dkim.results.some(
    ({ status, signingDomain }) =>
      getAlignment(domain, [signingDomain ?? '']) &&
      (status.result === 'fail' || /body hash/.test(status.comment ?? '')),
  )
  return { verdict: dmarc === 'fail' && (atEdge || broken) ? 'fail' : 'none', detail }
}

function comparable(address: string): string {
  const at = address.lastIndexOf('@') + 1
  const domain = address.slice(at)
  return (address.slice(0, at) + (domainToASCII(domain) || domain)).toLowerCase()
}

function defaultResolver(): DNSResolver {
  const resolver = new Resolver({ timeout: 1500, tries: 1 })
  // mailauth asks for TXT, A, AAAA, MX, PTR and CNAME and takes what Node gives, though its type tells of texts only.
  return (name, type) => resolver.resolve(name, type) as Promise<string[] | string[][]>
}
