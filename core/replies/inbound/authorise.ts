import type { IncomingMail } from './incoming-mail.ts'

export type QuarantineReason =
  | 'unknown_sender'
  | 'unproven'
  | 'failed_proof'
  | 'forged'
  | 'expired_address'
  | 'revoked_address'
  | 'automatic_with_files'
  | 'not_addressed'
  | 'unreadable'
  | 'too_large'
  | 'from_member'
  | 'no_match'

/**
 * May this sender change what the mail was matched to? The reply address tells which matter, never who.
 * `known`: From is one of the addresses of the matter's clients on our side. `addressed`: what it was matched by stands
 * in its To or Cc. Null: it may.
 *
 * A signature proves who wrote the mail, not that it was meant for us: whoever got a signed mail of a client's can send it
 * on with a reply address of ours in the envelope alone. So where nothing but a signature proves the sender, a mail that
 * does not show our address waits for a member; a client's blind copy to us does, too, for nothing tells the two apart.
 * `trusted`: the firm takes the word of its own mail server for what nothing proves either way; a failed proof is one.
 */
export function doubtAbout(
  mail: Pick<IncomingMail, 'from' | 'fromLines' | 'authentication'>,
  known: boolean,
  addressed: boolean,
  trusted: boolean,
): QuarantineReason | null {
  if (mail.fromLines !== 1 || mail.from.length !== 1) return 'failed_proof'
  if (mail.authentication.verdict === 'fail') return 'failed_proof'
  if (!known) return 'unknown_sender'
  const { authentication } = mail
  if (authentication.verdict !== 'pass' && !trusted) return 'unproven'
  const byServer = authentication.verdict === 'pass' && authentication.by === 'server'
  return byServer || addressed ? null : 'not_addressed'
}
