import { dayInWords } from '#core/words/format.ts'
import { section } from '../blocks.ts'
import { strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { pendingBlocks } from '../views/pending-blocks.ts'
import { fitsInMessage, type NoteOf, type Posted } from './note.ts'

/** What waits for the member on the morning of a day; of each kind as many as one message holds, three at most. */
export function digest(reader: Reader, note: NoteOf<'digest'>): Posted {
  const what = reader.words.notes.digest({ day: dayInWords(note.day, reader.locale) })
  const holding = (most: number) => [
    section(`🗓️ ${strong(what)}`),
    ...pendingBlocks({ ...reader, today: note.day }, note.pending, most),
  ]
  const blocks = [3, 2].map(holding).find(fitsInMessage) ?? holding(1)
  return { text: what, blocks }
}
