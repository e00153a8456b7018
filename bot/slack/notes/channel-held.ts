import { actions, button, context, section } from '../blocks.ts'
import { strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import type { NoteOf, Posted } from './note.ts'

/** Nothing is posted in the matter's channel any more: why, and the way to another. */
export function channelHeld({ words }: Reader, note: NoteOf<'channelHeld'>): Posted {
  const { notes, held } = words.channels
  const what = notes.held({ channel: `<#${note.channel}>` })
  const where = matterLine(words, note.matter)
  return {
    text: `${what} · ${where}`,
    blocks: [
      section(`🔇 ${strong(what)}\n${where}`),
      context(`${held[note.because]} ${notes.heldHow}`),
      actions('held', [button('open_matter', words.buttons.open, note.matter.id)]),
    ],
  }
}
