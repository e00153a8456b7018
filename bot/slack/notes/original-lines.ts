import type { OriginalInNote } from '#core/delivery/chat-note.ts'
import { momentInWords } from '#core/words/format.ts'
import { context, type Block } from '../blocks.ts'
import { link } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'

/** The way to a mail as it came, whole; nothing where it is gone. */
export function originalLine({ words }: Pick<Reader, 'words'>, url: string | null): Block[] {
  return url ? [context(link(url, words.messages.original))] : []
}

/** The ways to several, each told apart by when it came. */
export function originalLines(reader: Reader, originals: OriginalInNote[]): Block[] {
  const [one] = originals
  if (!one) return []
  if (originals.length === 1) return originalLine(reader, one.url)
  const { words, locale, timeZone, today } = reader
  const named = originals.map(({ url, at }) =>
    link(url, words.messages.originalOf({ moment: momentInWords(at, locale, timeZone, today) })),
  )
  return [context(named.join(' · '))]
}
