import type { accesses, entries } from '#db/schema/access.ts'
import { NotAValue } from '../errors.ts'

export type Access = typeof accesses.$inferSelect
export type EntryKind = (typeof entries.$inferSelect)['kind']

/** The five switches of an access, and the category of entries each opens. */
export const categories = {
  'court-movements': 'court-movement',
  'manual-movements': 'manual-movement',
  tasks: 'task',
  publications: 'publication',
  documents: 'document',
} as const satisfies Record<string, EntryKind>

export type Category = keyof typeof categories

/** What an access may see unless the firm says otherwise: everything but the firm's own tasks. */
export const usualCategories: Category[] = [
  'court-movements',
  'manual-movements',
  'publications',
  'documents',
]

/** The switches as columns. */
export function switchesOf(can: readonly Category[]) {
  return {
    courtMovements: can.includes('court-movements'),
    manualMovements: can.includes('manual-movements'),
    tasks: can.includes('tasks'),
    publications: can.includes('publications'),
    documents: can.includes('documents'),
  }
}

/** The kinds of entries an access may see. */
export function entryKindsOf(access: ReturnType<typeof switchesOf>): EntryKind[] {
  const kinds: EntryKind[] = []
  if (access.courtMovements) kinds.push('court-movement')
  if (access.manualMovements) kinds.push('manual-movement')
  if (access.tasks) kinds.push('task')
  if (access.publications) kinds.push('publication')
  if (access.documents) kinds.push('document')
  return kinds
}

/** The categories in a comma-separated list such as `tasks,documents`; the empty text is none. Throws NotAValue. */
export function parseCategories(text: string): Category[] {
  const words = text.split(',').map((word) => word.trim())
  return words
    .filter((word) => word !== '')
    .map((word) => {
      if (!Object.hasOwn(categories, word)) throw new NotAValue('can', word)
      return word as Category
    })
}
