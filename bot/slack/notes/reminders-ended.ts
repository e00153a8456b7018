import { actions, button, context, section } from '../blocks.ts'
import { bold, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import type { NoteOf, Posted } from './note.ts'

/** The last reminder has left and something is still missing: it is the member's turn. */
export function remindersEnded({ words }: Reader, note: NoteOf<'remindersEnded'>): Posted {
  const { matter, request } = note
  const what = request.isLive ? words.notes.remindersEnded : words.channels.notes.nothingMissing
  const where = [matterLine(words, matter), safe(note.client, 100)].join(' · ')
  const missing = words.communication.missingItems({ count: request.missing })
  return {
    text: `${what} · ${where}`,
    blocks: [
      section(`⏰ ${strong(what)}\n${where}`),
      context(request.isLive ? `${bold(request.title)} · ${missing}` : bold(request.title)),
      actions('ended', [
        ...(request.isLive
          ? [
              button('remind', words.buttons.remind, request.id),
              button('items', words.buttons.items, `${matter.id}:${request.id}`),
            ]
          : []),
        button('open_matter', words.buttons.open, matter.id),
      ]),
    ],
  }
}
