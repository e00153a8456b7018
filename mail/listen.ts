import { PassThrough, type Readable } from 'node:stream'
import type { Logger } from 'pino'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { MailEnvelope } from './authenticate.ts'
import { stripAuthenticationResults } from './strip-results.ts'

export type ListenForMail = {
  /** Port 0 takes a free one. */
  listen: { protocol: 'smtp' | 'lmtp'; host: string; port: number }
  /** Announced by SIZE (RFC 1870) and enforced. */
  maxBytes: number
  /** Whether somebody here takes mail for the address; anybody else is refused at once. */
  acceptsRecipient: (address: string) => boolean
  /**
   * Keeps the raw mail for good. The mail is acknowledged when this resolves; when it rejects, the sender is asked to
   * try again. The stream fails when the mail is too large or its sender goes away: then nothing is to be kept.
   */
  store: (raw: Readable, envelope: MailEnvelope) => Promise<unknown>
  /** Fields in which other servers vouch for a mail are taken out of it. */
  facesInternet: boolean
  log: Pick<Logger, 'warn' | 'error'>
}

export type MailListener = {
  port: number
  /** Takes no more mail; what is being received has two seconds to end, who sends nothing is cut off. */
  close: () => Promise<void>
}

/** Takes mail by SMTP or LMTP; afterwards the port is open. Rejects when it is taken. */
export async function listenForMail(options: ListenForMail): Promise<MailListener> {
  let receiving = 0
  const server = new SMTPServer({
    lmtp: options.listen.protocol === 'lmtp',
    name: 'despacho',
    banner: 'ready',
    size: options.maxBytes,
    rejectOversized: true,
    // It stands behind the firm's server on the same machine; certificates and passwords are that server's.
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    logger: false,
    maxClients: 50,
    maxRecipients: 100,
    socketTimeout: 60_000,
    onRcptTo({ address }, _session, done) {
      done(options.acceptsRecipient(address.toLowerCase()) ? null : reply(550, 'No such user here'))
    },
    onData(stream, session, done) {
      receiving++
      take(stream, session, options)
        .then(() => done(null, 'Stored'), done)
        .finally(() => receiving--)
    },
  })
  // A client that drops its connection is no fault of ours.
  server.on('error', (error) => options.log.warn({ err: error }, 'a mail connection failed'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(options.listen.port, options.listen.host, () => {
      server.server.off('error', reject)
      resolve()
    })
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.listen.port,
    close: () => {
      server.options.closeTimeout = receiving > 0 ? 2000 : 50
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  options: ListenForMail,
): Promise<void> {
  const raw = options.facesInternet ? stripAuthenticationResults() : new PassThrough()
  // Whoever reads it learns of a failure; nobody does when it came before they began.
  raw.on('error', () => {})
  // What remains is read to its end and forgotten: only then may the client be answered.
  const giveUp = (error: Error) => {
    stream.unpipe(raw).resume()
    raw.destroy(error)
  }
  stream.once('error', giveUp).on('data', () => {
    if (stream.sizeExceeded && !raw.destroyed) giveUp(new Error(`larger than ${options.maxBytes} bytes`))
  })
  stream.pipe(raw)
  try {
    await options.store(raw, envelopeOf(session))
  } catch (error) {
    giveUp(new Error('not stored'))
    // The server itself answers 552 to what is too large, whatever we say.
    if (!stream.sizeExceeded) options.log.error({ err: error }, 'a mail was not stored')
    throw reply(451, 'Not stored, try again later')
  }
}

function envelopeOf({ envelope, remoteAddress, hostNameAppearsAs }: SMTPServerSession): MailEnvelope {
  return {
    from: (envelope.mailFrom ? envelope.mailFrom.address : '').toLowerCase(),
    to: envelope.rcptTo.map(({ address }) => address.toLowerCase()),
    remoteAddress: remoteAddress.replace(/^::ffff:/, ''),
    helo: hostNameAppearsAs || null,
  }
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
