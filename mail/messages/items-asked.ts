import type { ItemInLetter, RequestInLetter } from '#core/delivery/letter.ts'

/** The items a client counts: what was waived is asked of nobody and came from nobody. */
export function itemsAsked({ items }: RequestInLetter): ItemInLetter[] {
  return items.filter((item) => item.status !== 'waived')
}
