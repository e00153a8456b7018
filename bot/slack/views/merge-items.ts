import type { ItemWish } from '#core/requests/parse-items.ts'
import type { RequestEntry } from './communication-entries.ts'

type Item = Pick<RequestEntry['items'][number], 'id' | 'title' | 'kind'>
type Wish = { id: string | null; title: string; kind: Item['kind'] }

/** The items as they are typed: one a line, text answers with a question mark at the end. */
export function itemLines(items: Item[]): string {
  return items
    .map(({ title, kind }) => (kind === 'text' && !title.endsWith('?') ? `${title}?` : title))
    .join('\n')
}

/**
 * The lines of an edited checklist, each with the item it was before. A line that was changed is a new item, and the
 * old one is left out: whether it may go is for core to say, which knows its answers.
 */
export function mergeItems(items: Item[], lines: ItemWish[]): Wish[] {
  const left = [...items]
  return lines.map((line) => {
    const index = left.findIndex((item) => itemLines([item]) === line.title)
    const [item] = index < 0 ? [] : left.splice(index, 1)
    return item ? { id: item.id, title: item.title, kind: item.kind } : { id: null, ...line }
  })
}
