import { placeIn, type Place } from '#core/matters/queue/place.ts'
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

/** A place in a list as a button says it, `after AT ID`, and back; null, the start, where it says nothing we know. */
export const placeKey = {
  write(place: Place): string {
    if (place === null) return ''
    return 'after' in place
      ? `after ${place.after.at} ${place.after.id}`
      : `before ${place.before.at} ${place.before.id}`
  },
  read(text: string): Place {
    const [side = '', at, id] = text.split(' ')
    return placeIn.catch(null).parse({ [side]: { at, id } })
  },
}

/** Ways to what is older and newer in a list that begins with the newest; their value is `list:place`. */
export function ageButtons(
  words: ChatWords,
  list: string,
  { next: older, back: newer }: { next: Place; back: Place },
): Block[] {
  const { buttons } = words.communication
  const ways = [
    ...(older ? [button('page_next', buttons.older, `${list}:${placeKey.write(older)}`)] : []),
    ...(newer ? [button('page_back', buttons.newer, `${list}:${placeKey.write(newer)}`)] : []),
  ]
  return ways.length > 0 ? [actions(`pages_${list}`, ways)] : []
}
