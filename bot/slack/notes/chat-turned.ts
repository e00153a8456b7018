import { momentInWords } from '#core/words/format.ts'
import { context, section } from '../blocks.ts'
import { safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { NoteOf, Posted } from './note.ts'

/** To the admins: a workspace was connected, or is not any more, and what is to be done. */
export function chatTurned(reader: Reader, note: NoteOf<'chatTurned'>): Posted {
  const { words, locale, timeZone, today } = reader
  const { turned } = words.install.notes
  const workspace = safe(note.workspace, 100)
  const what = note.connected ? turned.connected({ workspace }) : turned.disconnected({ workspace })
  const moment = momentInWords(note.at, locale, timeZone, today)
  const because = note.removed ? turned.removed : turned.voidToken
  const more = note.connected
    ? note.by
      ? [turned.by({ user: `<@${note.by}>`, moment })]
      : [moment]
    : [`${moment} · ${because}`, note.again ? turned.again : turned.how]
  return {
    text: `${what} · ${moment}`,
    blocks: [section(`🔌 ${strong(what)}`), context(more.join('\n'))],
  }
}
