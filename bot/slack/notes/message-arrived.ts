import { dayInWords, momentInWords } from '#core/words/format.ts'
import { actions, button, context, section, sure, type Block } from '../blocks.ts'
import { quote, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import { filesMenu } from '../files/story.ts'
import { fileLines } from './file-lines.ts'
import { goneBlocks } from './gone-files.ts'
import { originalLine } from './original-lines.ts'
import type { NoteOf, Posted } from './note.ts'

type Arrived = NoteOf<'messageArrived'>

/** A client wrote: what, what it was understood to say, what was answered, and the ways on. */
export function messageArrived(reader: Reader, note: Arrived): Posted {
  const { notes } = reader.words
  const what = notes.messageArrived({ client: safe(note.client, 150) })
  const where = [
    ...(note.matter ? [matterLine(reader.words, note.matter)] : []),
    ...(note.from ? [safe(note.from, 120)] : []),
    note.about === 'news' ? notes.aboutNews : notes.aboutRequest,
  ].join(' · ')
  const files = fileLines(reader, note.files).join('\n')
  const understood = whatItSaid(reader, note)
  return {
    text: [`${what} · ${where}`, ...understood].join(' · '),
    blocks: [
      section(`✉️ ${strong(what)}\n${where}`),
      ...(note.wrote.trim() ? [section(quote(note.wrote, 2500))] : []),
      ...originalLine(reader, note.originalUrl),
      ...understood.map((line) => context(line)),
      ...(files
        ? [
            section(
              files,
              note.matter ? filesMenu(reader, { inboundId: note.inboundId }, note.files) : undefined,
            ),
          ]
        : []),
      ...goneBlocks(reader, note.gone),
      ...answered(reader, note),
      ...waysOn(reader, note),
    ],
  }
}

function whatItSaid({ words, locale, today }: Reader, { said: { promised, lacking } }: Arrived): string[] {
  const { messages } = words
  const item = lacking?.item && safe(lacking.item.title, 150)
  return [
    ...(promised ? [messages.promised({ day: dayInWords(promised, locale, today) })] : []),
    ...(lacking ? [item ? messages.lacking({ item }) : messages.lackingSome] : []),
    ...(item && lacking?.item?.isWanted === false ? [messages.settled({ item })] : []),
  ]
}

/** The last of them: a long talk is read in the e-mails. */
const mostAnswers = 3

function answered({ words, locale, timeZone, today }: Reader, { answers }: Arrived): Block[] {
  return answers.slice(-mostAnswers).map(({ by, text, at }) => {
    const moment = momentInWords(at, locale, timeZone, today)
    return section(`↩️ ${words.messages.answered({ by: safe(by, 100), moment })}\n${quote(text, 600)}`)
  })
}

function waysOn({ words }: Reader, note: Arrived): Block[] {
  const { messages, buttons, confirm } = words
  const item = note.said.lacking?.item
  const yes = sure(words, { title: confirm.waiveTitle, text: confirm.waive, yes: buttons.waive })
  const ways = [
    ...(note.answerable ? [button('message_answer', messages.answer, note.inboundId)] : []),
    ...(item?.isWanted ? [button('message_waive', messages.waive, item.id, { confirm: yes })] : []),
    ...(note.matter ? [button('open_matter', buttons.open, note.matter.id)] : []),
  ]
  return ways.length > 0 ? [actions(`message:${note.inboundId}`, ways)] : []
}
