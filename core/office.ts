import type { Logger } from 'pino'
import type { Database } from '#db/database.ts'
import type { Files } from '#db/files.ts'
import type { Config } from './config.ts'
import type { ReadOriginal } from './replies/original/original-mail.ts'
import type { HtmlOf } from './rich-text/html-of-stored.ts'

/** What every use case is handed: where things are kept, what time it is, and how the office is set up. */
export type Office = {
  db: Database
  files: Files
  clock: () => Date
  log: Logger
  config: Config
  /** Says that the outbox or inbox has something new, so that nobody waits for the next round. */
  wake: (work: 'outbox' | 'inbox') => void
  /** HTML of rich text as it is stored; what was made of late is remembered. */
  htmlOf: HtmlOf
  /** Reads a stored mail to be looked at as it came; whoever opens the portal says how. */
  readOriginal: ReadOriginal
}
