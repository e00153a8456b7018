import { actions, button, context, section } from '../blocks.ts'
import { quote, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { NoteOf, Posted } from './note.ts'

/** A client says what is not right in their contact sheet; once it was done, by whom. */
export function correctionAsked({ words }: Reader, note: NoteOf<'correctionAsked'>): Posted {
  const { notes, buttons } = words
  const client = safe(note.client, 150)
  const what = note.settled ? doneBy(words, client, note.settled.by) : notes.correctionAsked({ client })
  const wayOut = [
    context(notes.correctionHow),
    actions(`correction:${note.correctionId}`, [
      button('correction_done', buttons.correctionDone, note.correctionId, { style: 'primary' }),
    ]),
  ]
  return {
    text: what,
    blocks: [
      section(`✏️ ${strong(what)}`),
      section(quote(note.wrote, 2500)),
      ...(note.settled ? [] : wayOut),
    ],
  }
}

function doneBy({ notes }: Reader['words'], client: string, by: string | null): string {
  const done = notes.correctionDone({ client })
  return by ? `${done} ${notes.decidedBy({ name: safe(by, 100) })}` : done
}
