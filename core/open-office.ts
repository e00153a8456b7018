import type { DestinationStream } from 'pino'
import { openFiles } from '#db/files.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { openDatabase } from '#db/open.ts'
import type { Config } from './config.ts'
import { createLog } from './log.ts'
import type { Office } from './office.ts'
import { rememberHtml } from './rich-text/html-of-stored.ts'

type Opening = {
  /** Bring the database to the newest schema first; threads of a process that has done so need not. */
  migrate: boolean
  wake?: Office['wake']
  /** Where the log goes; standard output, unless said. */
  logTo?: DestinationStream
}

/** The office stands open: its database and its files, by the configuration. Close `db` when done. */
export async function openOffice(
  config: Config,
  { migrate, wake = () => {}, logTo }: Opening,
): Promise<Office> {
  if (migrate) await migrateDatabase(config.databaseUrl)
  return {
    db: await openDatabase(config.databaseUrl),
    files: openFiles(config.filesUrl),
    clock: () => new Date(),
    log: createLog(config.logLevel, logTo),
    config,
    wake,
    htmlOf: rememberHtml(),
    readOriginal: async () => null,
  }
}
