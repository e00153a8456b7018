import type { GoneFile } from '#core/delivery/chat-note.ts'
import { context, type Block } from '../blocks.ts'
import { safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'

/** How many are named; further ones are counted. */
const mostNamed = 5

/** What became of files that came and are not there any more. */
export function goneBlocks({ words }: Reader, gone: GoneFile[]): Block[] {
  if (gone.length === 0) return []
  const { files } = words.practice
  const lines = gone.slice(0, mostNamed).map(({ became, name, by, why }) => {
    const facts = { name: safe(name, 80), by: safe(by, 60), why: safe(why, 100) }
    if (became === 'purged') return files.gone.purged(facts)
    return why === '' ? files.gone.toDocuments(facts) : files.gone.moved(facts)
  })
  const left = gone.length - lines.length
  return [context([...lines, ...(left > 0 ? [words.notes.moreFiles({ count: left })] : [])].join('\n'))]
}
