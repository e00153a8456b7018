export type UnreadableCode = 'timeout' | 'memory' | 'crash' | 'header_too_large' | 'too_many_parts' | 'broken'

/**
 * A mail that cannot be read, now or later: it is put aside and not tried for ever. Anything else a parse throws
 * (a full disk, a missing file) may pass.
 */
export class MailUnreadable extends Error {
  readonly code: UnreadableCode
  /** For the log: what the parser said. */
  readonly reason: string

  constructor(code: UnreadableCode, reason: string) {
    super(`${code}: ${reason}`)
    this.name = 'MailUnreadable'
    this.code = code
    this.reason = reason
  }
}
