import type { NodemailerError } from 'nodemailer'
import type { Sent } from './send.ts'

/** Reads what nodemailer threw when it sent a letter: what the server answered about it, or that there was no answer. */
export function whatFailed(error: unknown): Exclude<Sent, { outcome: 'accepted' }> {
  const { code, command, responseCode, response, message } = factsOf(error)
  const isAboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (!isAboutLetter || !responseCode || !response) return { outcome: 'failed', error: `${code}: ${message}` }
  const hard = command === 'RCPT TO' && isDeadAddress(responseCode, response)
  return { outcome: 'refused', code: responseCode, response, hard }
}

/**
 * 5yz, but for a full mailbox (552, 5.2.2), a session gone wrong (503), and what is said about us or the mail system
 * instead of the mailbox (5.3.z, 5.7.z, RFC 3463): a blocked sender must not cost the firm all its addresses.
 */
function isDeadAddress(code: number, response: string) {
  if (code < 500 || code === 503 || code === 552) return false
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  return !status || !/^(4\.|5\.2\.2$|5\.3\.|5\.7\.)/.test(status)
}

function factsOf(error: unknown): Partial<NodemailerError> & { message: string } {
  return error instanceof Error
    ? { code: error.name, ...error, message: error.message }
    : { code: 'unknown', message: String(error) }
}
