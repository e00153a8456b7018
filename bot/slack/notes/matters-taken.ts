import { actions, button, context, section, texts } from '../blocks.ts'
import { safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import type { NoteOf, Posted } from './note.ts'

/** A colleague's matters are in the reader's charge now: whose, and which. */
export function mattersTaken({ words }: Reader, note: NoteOf<'mattersTaken'>): Posted {
  const what = words.notes.mattersTaken({ from: safe(note.from, 100), count: note.count })
  const lines = note.matters.map((matter) => matterLine(words, matter, 150))
  const left = note.count - note.matters.length
  const [only, ...others] = note.matters
  return {
    text: what,
    blocks: [
      section(`🔁 ${strong(what)}`),
      ...texts([...lines, ...(left > 0 ? [words.pending.more({ count: left })] : [])]).map((text) =>
        section(text),
      ),
      context(words.notes.mattersTakenHow),
      ...(only && others.length === 0
        ? [actions('taken', [button('open_matter', words.buttons.open, only.id)])]
        : []),
    ],
  }
}
