import { momentInWords } from '#core/words/format.ts'
import { actions, button, context, section, texts } from '../blocks.ts'
import { bold, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import type { NoteOf, Posted } from './note.ts'

const mostNamed = 20

/** Urgent news, or an urgent request, that somebody has not confirmed by its hour: whom to phone, and who has confirmed since. */
export function newsUnconfirmed(
  reader: Reader,
  note: NoteOf<'newsUnconfirmed' | 'requestUnconfirmed'>,
): Posted {
  const { words, locale, timeZone, today } = reader
  const { hearing } = words.practice
  const waiting = note.clients.filter((client) => client.confirmedAt === null)
  const said = note.kind === 'newsUnconfirmed' ? hearing : hearing.request
  const what = waiting.length > 0 ? said.unconfirmed : said.allConfirmed
  const where = matterLine(words, note.matter)
  const lines = note.clients.slice(0, mostNamed).map(({ name, phones, confirmedAt }) => {
    if (confirmedAt) {
      const moment = momentInWords(confirmedAt, locale, timeZone, today)
      return `✓ ${bold(name, 100)} · ${hearing.confirmedAt({ moment })}`
    }
    const numbers = phones.map((phone) => safe(phone, 40)).slice(0, 5)
    return `☎️ ${bold(name, 100)} · ${numbers.length > 0 ? numbers.join(', ') : words.client.noPhone}`
  })
  const left = note.clients.length - lines.length
  const more = left > 0 ? [words.notes.moreFiles({ count: left })] : []
  return {
    text: `${what} · ${where}`,
    blocks: [
      section(`⏰ ${strong(what)}\n${where}`),
      ...(note.kind === 'requestUnconfirmed' ? [context(bold(note.title))] : []),
      ...texts([...lines, ...more]).map((text) => section(text)),
      actions('unconfirmed', [button('open_matter', words.buttons.open, note.matter.id)]),
    ],
  }
}
