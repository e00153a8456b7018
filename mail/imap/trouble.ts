import type { MailboxTrouble } from '#core/mailboxes/note-mailbox-trouble.ts'

/** What keeps a mailbox from being read, and what the server said of it. */
export class MailboxFault extends Error {
  readonly trouble: MailboxTrouble

  constructor(trouble: MailboxTrouble, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'MailboxFault'
    this.trouble = trouble
  }
}

type ImapError = Error & {
  authenticationFailed?: boolean
  serverResponseCode?: string
  responseText?: string
  response?: unknown
  code?: string
}

/** Any fault of a connection as one of ours; a server that cannot check a login just now has not refused it (RFC 5530). */
export function mailboxFault(error: unknown): MailboxFault {
  if (error instanceof MailboxFault) return error
  if (!(error instanceof Error)) return new MailboxFault('unreachable', String(error))
  const { authenticationFailed, serverResponseCode, responseText, response, code } = error as ImapError
  const text = typeof response === 'string' ? response : responseText
  const said = [error.message, code, text].filter(Boolean).join(': ').slice(0, 300)
  const refused = authenticationFailed && serverResponseCode?.toUpperCase() !== 'UNAVAILABLE'
  return new MailboxFault(refused ? 'login_refused' : 'unreachable', said, error)
}

/** What is asked of our own database; a fault of that is no fault of the mail server. */
export async function onOurSide<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new MailboxFault('not_stored', 'the database does not answer', error)
  }
}
