import { dayInWords } from '#core/words/format.ts'
import { actions, button, context, section } from '../blocks.ts'
import { bold, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import type { NoteOf, Posted } from './note.ts'

/** Something that was approved expires before long, and can be asked for again by one click. */
export function itemExpiring({ words, locale, today }: Reader, note: NoteOf<'itemExpiring'>): Posted {
  const { items } = words.practice
  const what = items.expiring({ day: dayInWords(note.expiresOn, locale, today) })
  const where = [matterLine(words, note.matter), safe(note.client, 100)].join(' · ')
  return {
    text: `${what} · ${where}`,
    blocks: [
      section(`⏳ ${strong(what)}\n${where}`),
      context(bold(note.item)),
      note.renewed
        ? context(items.renewed)
        : actions(`expiring:${note.itemId}`, [
            button('item_renew', items.renew, note.itemId, { style: 'primary' }),
            button('open_matter', words.buttons.open, note.matter.id),
          ]),
    ],
  }
}
