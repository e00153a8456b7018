import { itemLine, parseItems, type ItemMarks, type ItemWish } from '#core/requests/parse-items.ts'
import type { RequestEntry } from './communication-entries.ts'

type Item = Pick<RequestEntry['items'][number], 'id' | 'title' | 'kind' | 'issuedWithinDays'>
type Wish = ItemWish & { id: string | null }

/** The items as they are typed: one a line, with the marks of a language. */
export function checklistLines(items: Item[], marks: ItemMarks): string {
  return items.map((item) => itemLine(item, marks)).join('\n')
}

/**
 * The lines of an edited checklist, each with the item it was before. A line that was changed is a new item, and the
 * old one is left out: whether it may go is for core to say, which knows its answers.
 */
export function mergeItems(items: Item[], lines: ItemWish[], marks: ItemMarks): Wish[] {
  const left = items.map((item) => ({ item, line: keyOf(parseItems(itemLine(item, marks))[0]) }))
  return lines.map((line) => {
    const index = left.findIndex((one) => one.line === keyOf(line))
    const [found] = index < 0 ? [] : left.splice(index, 1)
    return found ? wishOf(found.item) : { id: null, ...line }
  })
}

function keyOf(line: ItemWish | undefined): string {
  return JSON.stringify([line?.title, line?.kind, line?.issuedWithinDays ?? null])
}

function wishOf({ id, title, kind, issuedWithinDays }: Item): Wish {
  return { id, title, kind, ...(issuedWithinDays && { issuedWithinDays }) }
}
