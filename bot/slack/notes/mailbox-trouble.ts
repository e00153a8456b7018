import { context, section } from '../blocks.ts'
import { safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { NoteOf, Posted } from './note.ts'

/** A mailbox is not read as it should be: what is wrong with it, or that it is over. */
export function mailboxTrouble({ words: { notes } }: Reader, note: NoteOf<'mailboxTrouble'>): Posted {
  const mailbox = safe(note.mailbox, 300)
  if (note.trouble === null) {
    const text = notes.mailboxWell({ mailbox })
    return { text, blocks: [section(`📬 ${strong(text)}`)] }
  }
  const text = notes.mailboxTrouble({ mailbox })
  const why = notes.mailboxTroubles[note.trouble]
  return { text, blocks: [section(`📭 ${strong(text)}\n${why}`), context(notes.mailboxHow)] }
}
