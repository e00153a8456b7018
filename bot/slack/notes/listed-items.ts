import { section, texts, type Block } from '../blocks.ts'
import { bold, link, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { itemState } from '../views/item-states.ts'
import type { NoteOf } from './note.ts'

type Arrived = NoteOf<'answersArrived'>

/** How much of each name is told, and whether files can be opened from the list. */
type Detail = { item: number; file: number; opens: boolean }

const details: Detail[] = [
  { item: 200, file: 60, opens: true },
  { item: 100, file: 40, opens: false },
  { item: 50, file: 20, opens: false },
]

/** Every item and every file by name, in as much detail as `fits` allows; if nothing does, the rest is counted. */
export function listedItems(reader: Reader, note: Arrived, fits: (blocks: Block[]) => boolean): Block[] {
  for (const detail of details) {
    const blocks = asBlocks(linesOf(reader, note, detail))
    if (fits(blocks)) return blocks
  }
  const lines = linesOf(reader, note, { item: 50, file: 20, opens: false })
  let shown = lines.length
  while (shown > 0) {
    shown = Math.floor(shown * 0.8)
    const more = reader.words.notes.moreFiles({ count: lines.length - shown })
    const blocks = asBlocks([...lines.slice(0, shown), more])
    if (fits(blocks)) return blocks
  }
  return []
}

function linesOf({ words }: Reader, note: Arrived, { item: most, file, opens }: Detail): string[] {
  const named = ({ url, name }: { url: string; name: string }) =>
    opens ? link(url, name, file) : safe(name, file)
  const items = note.items.map((item) =>
    [`${bold(item.title, most)} · ${itemState(words, item, most)}`, ...item.files.map(named)].join('\n'),
  )
  return [...items, ...note.unsure.map((one) => words.notes.unsure({ file: named(one) }))]
}

function asBlocks(lines: string[]): Block[] {
  return texts(lines.flatMap((line) => line.split('\n'))).map((text) => section(text))
}
