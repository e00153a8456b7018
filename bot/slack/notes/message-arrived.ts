import { actions, button, section } from '../blocks.ts'
import { quote, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import { filesMenu } from '../files/story.ts'
import { fileLines } from './file-lines.ts'
import { goneBlocks } from './gone-files.ts'
import type { NoteOf, Posted } from './note.ts'

/** A client wrote, and there is nothing to review. */
export function messageArrived(reader: Reader, note: NoteOf<'messageArrived'>): Posted {
  const { notes, buttons } = reader.words
  const what = notes.messageArrived({ client: safe(note.client, 150) })
  const where = [
    ...(note.matter ? [matterLine(reader.words, note.matter)] : []),
    ...(note.from ? [safe(note.from, 120)] : []),
    note.about === 'news' ? notes.aboutNews : notes.aboutRequest,
  ].join(' · ')
  const files = fileLines(reader, note.files).join('\n')
  return {
    text: `${what} · ${where}`,
    blocks: [
      section(`✉️ ${strong(what)}\n${where}`),
      ...(note.wrote.trim() ? [section(quote(note.wrote, 2500))] : []),
      ...(files
        ? [
            section(
              files,
              note.matter ? filesMenu(reader, { inboundId: note.inboundId }, note.files) : undefined,
            ),
          ]
        : []),
      ...goneBlocks(reader, note.gone),
      ...(note.matter ? [actions('message', [button('open_matter', buttons.open, note.matter.id)])] : []),
    ],
  }
}
