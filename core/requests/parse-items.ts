import { ItemsMissing, TextTooLong, TooManyItems } from '../errors.ts'
import type { Item } from './request.ts'

/** A checklist holds at most this many items. */
export const MOST_ITEMS = 80
const longestTitle = 300

export type ItemWish = {
  title: string
  kind: Item['kind']
  /** The document must have been issued within so many days. */
  issuedWithinDays?: number | null
}

/**
 * The items of a checklist as typed, one a line; a question mark at a line's end asks for a text, not a file. In brackets
 * at its end stands what else is special, in any of our languages: the paper original, something to be signed, or that it
 * was issued within so many days. List marks that were pasted along ("- ", "1. ") are dropped.
 * Throws ItemsMissing, TooManyItems, TextTooLong.
 */
export function parseItems(text: string): ItemWish[] {
  return checkItems(itemLines(text).map(parseItem))
}

/** The lines of a checklist as they are typed, without marks that were pasted along and without empty ones. */
export function itemLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}

/** The words in brackets by which a language writes what is special of an item. */
export type ItemMarks = { paper: string; sign: string; issued: (facts: { days: number }) => string }

/** An item as a line that `parseItems` reads as the same item. */
export function itemLine({ title, kind, issuedWithinDays }: ItemWish, marks: ItemMarks): string {
  const asked = kind === 'text' && !title.endsWith('?') ? `${title}?` : title
  return [
    asked,
    ...(kind === 'paper' ? [`(${marks.paper})`] : []),
    ...(kind === 'sign' ? [`(${marks.sign})`] : []),
    ...(issuedWithinDays ? [`(${marks.issued({ days: issuedWithinDays })})`] : []),
  ].join(' ')
}

const bracket = /^(.*\S)\s*\(([^()]{1,40})\)$/su
const paper =
  /^(?:(?:el |o |the )?original(?: (?:en|em) papel)?|(?:en |em |in |on )?pap(?:el|er)(?: original)?)$/iu
const sign = /^(?:(?:para |por |a |to )?(?:firmar|assinar|sign)|to be signed|para (?:firma|assinatura))$/iu
const issued =
  /^(?:≤|<=?|máx(?:imo|\.)?|max\.?|até|hasta|within|emitid[oa] (?:en|há|hace)(?: até)?|issued within)?\s*(\d{1,4})\s*(?:d|d[ií]as?|days?)$/iu

function parseItem(line: string): ItemWish {
  let title = line
  let kind: 'paper' | 'sign' | null = null
  let issuedWithinDays: number | null = null
  for (;;) {
    const [, before = '', mark = ''] = bracket.exec(title) ?? []
    const days = Number(issued.exec(mark)?.[1] ?? 0)
    if (paper.test(mark)) kind = 'paper'
    else if (sign.test(mark)) kind = 'sign'
    else if (days > 0) issuedWithinDays = days
    else break
    title = before
  }
  return {
    title,
    kind: kind ?? (title.endsWith('?') ? 'text' : 'file'),
    ...(issuedWithinDays && { issuedWithinDays }),
  }
}

/** The same items, when a checklist can hold them. Throws ItemsMissing, TooManyItems, TextTooLong. */
export function checkItems<T extends { title: string }>(items: T[]): T[] {
  if (items.length === 0) throw new ItemsMissing()
  if (items.length > MOST_ITEMS) throw new TooManyItems(MOST_ITEMS, items.length)
  for (const [index, { title }] of items.entries()) {
    if (title.length > longestTitle) throw new TextTooLong('items', longestTitle, title.length, index + 1)
  }
  return items
}
