import { actions, button, context, section } from '../blocks.ts'
import { quote, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { NoteOf, Posted } from './note.ts'

type Stopped = NoteOf<'remindersStopped'>

/** A client asked not to be reminded any more, or somebody at one of their addresses; and whether it is so still. */
export function remindersStopped(reader: Reader, note: Stopped): Posted {
  const { notes } = reader.words
  const client = safe(note.client, 150)
  const email = note.additional && safe(note.additional.email, 260)
  const what = email ? notes.remindersStoppedAt({ client, email }) : notes.remindersStopped({ client })
  const how = email ? notes.remindersStoppedAtHow : notes.remindersStoppedHow
  return {
    text: what,
    blocks: [
      section(`⏰ ${strong(what)}`),
      ...(note.wrote ? [section(quote(note.wrote))] : []),
      ...(note.resumed ? [context(resumedBy(reader, note.resumed.by))] : [context(how), again(reader, note)]),
    ],
  }
}

function resumedBy({ words: { notes } }: Reader, by: string | null): string {
  return by
    ? `${notes.remindersResumed} ${notes.decidedBy({ name: safe(by, 100) })}`
    : notes.remindersResumedByClient
}

function again({ words }: Reader, { clientId, additional }: Stopped) {
  const value = additional ? `${clientId}:${additional.id}` : clientId
  return actions(`stopped:${value}`, [button('remind_again', words.buttons.remindAgain, value)])
}
