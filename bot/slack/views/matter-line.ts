import type { MatterInNote } from '#core/delivery/chat-note.ts'
import type { MatterFound } from '#core/matters/find-matters.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { option, type Option } from '../blocks.ts'
import { cut, safe } from '../mrkdwn.ts'

/** "Sucesión Fuentes · ref. K7Q2 · oculta"; a sensitive matter is already called by its reference alone. */
export function matterLine(words: ChatWords, matter: MatterInNote, most = 200): string {
  const named = matter.title !== matter.reference
  return [
    safe(matter.title, most),
    ...(named ? [words.matter.reference({ reference: safe(matter.reference, 60) })] : []),
    ...marksOf(words, matter),
  ].join(' · ')
}

/** A matter as an option of the type-ahead: its title, and below it number and clients. */
export function matterOption(
  words: ChatWords,
  matter: Pick<MatterFound, 'id' | 'title' | 'hidden' | 'closed'> & Partial<MatterFound>,
): Option {
  const marks = marksOf(words, matter)
  const title = cut(matter.title, marks.length > 0 ? 50 : 75)
  const below = [matter.number, ...(matter.clients ?? [])].filter((part) => part).join(' · ')
  return option([title, ...marks].join(' · '), matter.id, below)
}

function marksOf({ matter: words }: ChatWords, matter: { hidden: boolean; closed: boolean }): string[] {
  return [...(matter.hidden ? [words.hidden] : []), ...(matter.closed ? [words.closed] : [])]
}
