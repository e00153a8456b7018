import type { IncomingMail } from './incoming-mail.ts'

export type QuarantineReason =
  | 'unknown_sender'
  | 'unproven'
  | 'failed_proof'
  | 'forged'
  | 'expired_address'
  | 'automatic_with_files'
  | 'unreadable'

/**
 * May this sender change what the mail was matched to? The reply address tells which matter, never who.
 * `known`: From is one of the addresses of the matter's clients on our side. Null: it may.
 */
export function doubtAbout(
  mail: Pick<IncomingMail, 'from' | 'fromLines' | 'authentication'>,
  known: boolean,
): QuarantineReason | null {
  if (mail.fromLines !== 1 || mail.from.length !== 1) return 'failed_proof'
  if (mail.authentication.verdict === 'fail') return 'failed_proof'
  if (!known) return 'unknown_sender'
  return mail.authentication.verdict === 'pass' ? null : 'unproven'
}
