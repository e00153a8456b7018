import { createTransport } from 'nodemailer'
import type SmtpPool from 'nodemailer/lib/smtp-pool'
import { emailAddress } from '#core/clients/email-address.ts'
import type { Letter } from '#core/delivery/letter.ts'
import { mailWriter, type Sender } from './mail-of-letter.ts'
import { takeTurns } from './take-turns.ts'
import { whatFailed } from './what-failed.ts'

export type Mailer = {
  /**
   * Does the work once a connection is free for it, in the order of asking, so that what it sends waits for no other letter. Rejects
   * with MailerClosed when the mailer is closed before its turn has come.
   */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
  send: (letter: Letter) => Promise<Sent>
  /** Reaches the server and signs in, as sending would; throws when it cannot. */
  verify: () => Promise<void>
  /** Lets go of the connections: letters on their way are finished, those that wait for their turn fail. */
  close: () => void
}

/** What became of one letter at the server we hand our mail to. */
export type Sent =
  | {
      outcome: 'accepted'
      response: string
      /** As it was sent, for the letters that go on with its thread. */
      subject: string
      /** The Message-ID the server gave the mail in place of ours (Microsoft 365, Amazon SES); answers refer to it. */
      serverMessageId: string | null
    }
  /** The server answered and would not take it. `hard`: the address is no good and gets nothing more; else later, perhaps. */
  | { outcome: 'refused'; code: number; response: string; hard: boolean }
  /** No answer about this letter: no connection, no sign-in, silence. To be tried again. */
  | { outcome: 'failed'; error: string }

export type MailerSettings = Sender & {
  /** In nodemailer's form, whose options in the query (`?requireTLS=true`, `?maxConnections=2`) win over ours. */
  smtpUrl: string
  /** With what each mail is signed (RFC 6376); null, or absent, where the mail server signs or nobody does. */
  dkim?: { domain: string; selector: string; privateKey: string } | null
  /**
   * Milliseconds that a silent server is waited for, 30 s unless said. A letter as a whole, with its wait for a free
   * connection, gets eight times as long.
   */
  patience?: number
}

/**
 * Opens the way out for letters: a pool of SMTP connections, opened as they are needed. `send` throws for no fault
 * of the mail's way, only for faults of ours. A letter whose fate is unknown (the server fell silent after it had
 * everything) counts as failed and may be sent again: its Message-ID is the same.
 */
export function createMailer({ smtpUrl, dkim = null, patience = 30_000, ...sender }: MailerSettings): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxRequeues: 2,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    ...(dkim && {
      dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey },
    }),
    disableUrlAccess: true,
  })
  const writeMail = mailWriter(sender)
  const turns = takeTurns((transport.transporter as SmtpPool).options.maxConnections)
  return {
    inTurn: turns.inTurn,
    async send(letter) {
      if (!isAddress(letter.to.email)) return noAddress
      const mail = writeMail(letter)
      // Not `AbortSignal.timeout`, which costs a mail a tenth of the time it takes to be sent.
      const whole = new AbortController()
      const timer = setTimeout(() => whole.abort(), 8 * patience)
      try {
        const { response, serverMessageId = null } = await transport.sendMail({
          ...mail,
          signal: whole.signal,
        })
        return { outcome: 'accepted', response, subject: mail.subject, serverMessageId }
      } catch (error) {
        return whatFailed(error)
      } finally {
        clearTimeout(timer)
      }
    },
    async verify() {
      await transport.verify()
    },
    close() {
      turns.close()
      transport.close()
    },
  }
}

/** What a server would say. Nodemailer would read a list of readers out of such a text, and write to them all. */
const noAddress: Sent = { outcome: 'refused', code: 553, response: 'not an address', hard: true }

function isAddress(text: string) {
  try {
    return emailAddress(text) === text.toLowerCase()
  } catch {
    return false
  }
}
