import { id, moment, oneOf, table, text } from '../columns.ts'

/** Mailboxes that are read over IMAP: by which process, and whether all is well. */
export const mailboxes = table('mailboxes', {
  /** As in the settings, without the password; the `source` of its mails. */
  name: text().primaryKey(),
  /** The process that reads it, alone, until `readUntil`. */
  readBy: id(),
  readUntil: moment(),
  /** When all that was there was last taken in. */
  takenAt: moment(),
  /** What keeps it from being read, and since when; null while all is well. */
  trouble: oneOf(['login_refused', 'unreachable', 'folder_missing', 'not_taken', 'not_moved', 'not_stored']),
  troubleSince: moment(),
  /** When the firms' admins were told of it. */
  troubleToldAt: moment(),
})

/** Refresh tokens that a provider handed out in place of the ones in the settings. */
export const refreshTokens = table('refresh_tokens', {
  /** SHA-256 of the token in the settings: another one there begins anew. */
  givenHash: text().primaryKey(),
  /** Encrypted. */
  token: text().notNull(),
  at: moment().notNull(),
})
