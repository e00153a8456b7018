import type { clientWords } from '#db/schema/clients.ts'
import type { matterWords } from '#db/schema/matters.ts'

/** A table of the words by which clients, or matters, are found. */
export type WordTable = typeof clientWords | typeof matterWords

/** The column that tells whom, or what, a word leads to. */
export function targetOf(table: WordTable) {
  return 'clientId' in table ? table.clientId : table.matterId
}
