import { ItemsMissing, TextTooLong, TooManyItems } from '../errors.ts'

/** A checklist holds at most this many items. */
export const MOST_ITEMS = 80
const longestTitle = 300

export type ItemWish = { title: string; kind: 'file' | 'text' }

/**
 * The items of a checklist as typed, one a line; a question mark at a line's end asks for a text, not a file.
 * List marks that were pasted along ("- ", "1. ") are dropped. Throws ItemsMissing, TooManyItems, TextTooLong.
 */
export function parseItems(text: string): ItemWish[] {
  const titles = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
  return checkItems(titles.map((title) => ({ title, kind: title.endsWith('?') ? 'text' : 'file' })))
}

/** The same items, when a checklist can hold them. Throws ItemsMissing, TooManyItems, TextTooLong. */
export function checkItems<T extends { title: string }>(items: T[]): T[] {
  if (items.length === 0) throw new ItemsMissing()
  if (items.length > MOST_ITEMS) throw new TooManyItems(MOST_ITEMS, items.length)
  const long = items.find((item) => item.title.length > longestTitle)
  if (long) throw new TextTooLong('items', longestTitle, long.title.length)
  return items
}
