import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { actions, button, type Block } from '../blocks.ts'

export type Page<Entry> = { entries: Entry[]; page: number; hasMore: boolean }

/** The entries of one page, counted from zero; a page past the end is the last one. */
export function inPages<Entry>(entries: Entry[], page: number, size: number): Page<Entry> {
  const last = Math.max(0, Math.ceil(entries.length / size) - 1)
  const shown = Math.min(Math.max(0, page), last)
  return { entries: entries.slice(shown * size, (shown + 1) * size), page: shown, hasMore: shown < last }
}

/** Ways to the pages before and after, where there are any; their value is `list:page`. */
export function pageButtons(words: ChatWords, list: string, { page, hasMore }: Page<unknown>): Block[] {
  const ways = [
    ...(hasMore ? [button('page_next', words.buttons.next, `${list}:${page + 1}`)] : []),
    ...(page > 0 ? [button('page_back', words.buttons.back, `${list}:${page - 1}`)] : []),
  ]
  return ways.length > 0 ? [actions(`pages_${list}`, ways)] : []
}
