import type { Query } from '#db/database.ts'
import type { MatterInNote } from '../../delivery/chat-note.ts'
import { clientNames } from '../find-matters.ts'
import type { Matter } from '../matter-for.ts'
import { matterInNote } from '../who-is-told.ts'

/** A matter at the head of its communication; a sensitive one without its number. */
export type MatterShown = MatterInNote & {
  number: string | null
  clients: string[]
  visibility: Matter['visibility']
}

/** The matter as its communication is headed. */
export async function matterShown(tx: Query, matter: Matter): Promise<MatterShown> {
  const names = await clientNames(tx, [matter.id])
  return {
    ...matterInNote(matter),
    number: matter.sensitiveAt ? null : matter.number,
    clients: names.get(matter.id) ?? [],
    visibility: matter.visibility,
  }
}
