import { fold } from '#core/fold.ts'
import type { Happening } from './happened.ts'

/** What a reader looks for in a history; nothing at all where both are empty. */
export type Sought = { words: string; kinds: Happening['kind'][] }

/** Every kind there is, in the order in which a reader is offered them. */
const allKinds: Happening['kind'][] = [
  'news',
  'request',
  'answer',
  'message',
  'court-movement',
  'publication',
  'manual-movement',
  'task',
  'document',
]
const mostLetters = 200

/** What an address asks for: `?q=` any words, `&show=` a kind, as often as wanted. Anything else is no question. */
export function soughtIn(search: URLSearchParams): Sought {
  const asked = search.getAll('show')
  return {
    words: (search.get('q') ?? '').slice(0, mostLetters).trim(),
    kinds: allKinds.filter((kind) => asked.includes(kind)),
  }
}

/** True while it leaves anything out. */
export function seeks({ words, kinds }: Sought): boolean {
  return words !== '' || kinds.length > 0
}

/** The kinds that occur. */
export function kindsIn(entries: Happening[]): Happening['kind'][] {
  return allKinds.filter((kind) => entries.some((entry) => entry.kind === kind))
}

/** The entries of those kinds in which every word stands, in any letter case and with or without accents. */
export function lookFor({ words, kinds }: Sought, entries: Happening[]): Happening[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (kinds.length > 0 && !kinds.includes(entry.kind)) return false
    if (wanted.length === 0) return true
    const text = fold(textOf(entry))
    return wanted.every((word) => text.includes(word))
  })
}

function textOf(entry: Happening): string {
  const told =
    'requestId' in entry
      ? []
      : [plain(entry.html ?? ''), entry.text, entry.file?.name, entry.hearing?.place, entry.hearing?.bring]
  return [entry.title, entry.author, ...told].filter(Boolean).join('\n')
}

/** The text of markup that is ours; each block's words stand apart. */
function plain(html: string): string {
  return html
    .replace(/<\/?(?:p|h\d|ul|ol|li|blockquote|br)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|#x27);/g, (entity) => entities[entity] ?? ' ')
    .replaceAll('&amp;', '&')
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
}
