import { context, section } from '../blocks.ts'
import { link, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import type { NoteOf, Posted } from './note.ts'

/** The client gave the password of a document; the way to it is the document's own link. */
export function passwordGiven({ words }: Reader, note: NoteOf<'passwordGiven'>): Posted {
  const { notes } = words
  const where = [matterLine(words, note.matter), safe(note.client, 100)].join(' · ')
  return {
    text: `${notes.passwordGiven} · ${where}`,
    blocks: [
      section(`🔑 ${strong(notes.passwordGiven)}\n${where}`),
      context(`${link(note.file.url, note.file.name, 120)} · ${notes.passwordHow}`),
    ],
  }
}
