import type { FileInNote } from '#core/delivery/chat-note.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { fileSize } from '#core/words/format.ts'
import { link, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'

/** "cedula.pdf (840 KB) · tiene contraseña", the name being a link. */
export function fileLine(
  { words, locale }: Pick<Reader, 'words' | 'locale'>,
  file: FileInNote,
  most = 120,
): string {
  const flag = file.flag === null ? '' : ` · ${flagWords(words, file.flag)}`
  const name = file.held ? safe(file.name, most) : link(file.url, file.name, most)
  const view = file.viewUrl ? ` · ${link(file.viewUrl, words.documents.view, 40)}` : ''
  return `${name} (${fileSize(file.size, locale)})${view}${flag}${heldWords(words, file)}${insideWords(words, file)}`
}

// What was found says so as its flag.
function heldWords({ held }: ChatWords, file: FileInNote): string {
  return file.held === 'down' || file.held === 'limits' ? ` · ${held[file.held]}` : ''
}

/** What an archive holds, as many names as a line has room for. */
function insideWords({ documents }: ChatWords, { contents }: FileInNote): string {
  if (!contents) return ''
  if ('closed' in contents) return ` · ${documents.closed[contents.closed]}`
  const names = contents.names.slice(0, mostInside).map((name) => safe(name, 50))
  const more = contents.count - names.length
  const list = [...names, ...(more > 0 ? [documents.moreInside({ count: more })] : [])].join(', ')
  return ` · ${documents.inside({ count: contents.count, list })}`
}

const mostInside = 8

/** The files as lines of one text of at most `most` units; those that do not fit are counted. */
export function fileLines(reader: Reader, files: FileInNote[], most = 1500): string[] {
  const lines = files.map((file) => fileLine(reader, file))
  let room = most
  const shown = lines.filter((line) => (room -= line.length + 1) > 0)
  const left = lines.length - shown.length
  return left > 0 ? [...shown, reader.words.notes.moreFiles({ count: left })] : shown
}

function flagWords({ flags }: ChatWords, flag: string): string {
  return Object.entries(flags).find(([kind]) => kind === flag)?.[1] ?? flags.other
}
