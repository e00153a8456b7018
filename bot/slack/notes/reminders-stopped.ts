import { context, section } from '../blocks.ts'
import { quote, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { NoteOf, Posted } from './note.ts'

/** A client asked not to be reminded any more. */
export function remindersStopped({ words }: Reader, note: NoteOf<'remindersStopped'>): Posted {
  const what = words.notes.remindersStopped({ client: safe(note.client, 150) })
  return {
    text: what,
    blocks: [
      section(`⏰ ${strong(what)}`),
      ...(note.wrote ? [section(quote(note.wrote))] : []),
      context(words.notes.remindersStoppedHow),
    ],
  }
}
