import { NotFound } from '#core/errors.ts'
import { communicationOf, type Communication } from '#core/matters/communication.ts'
import { button, context, modal, section, sure, type Block, type Modal } from '../blocks.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'
import type { RequestEntry } from './communication-entries.ts'
import { itemState } from './item-states.ts'
import { matterLine } from './matter-line.ts'
import type { Subject } from './subject-metadata.ts'

/** The checklist of a request as it stands now, each item with its state and a way to let it go. */
export async function itemsView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  subject: Subject,
): Promise<Modal> {
  const { matter, requests } = await communicationOf(office, { by, matterId: subject.matterId })
  const entry = requests.find((request) => request.id === subject.id)
  if (!entry) throw new NotFound()
  return renderItems(reader, matter, entry, subject)
}

/** The same from what is known already. */
export function renderItems(
  reader: Reader,
  matter: Communication['matter'],
  entry: RequestEntry,
  subject: Subject,
): Modal {
  const { words } = reader
  return modal({
    callbackId: 'items',
    title: words.titles.items,
    close: words.buttons.close,
    metadata: JSON.stringify(subject),
    blocks: [
      section(bold(entry.title)),
      context(matterLine(words, matter)),
      ...entry.items.map((item) => itemBlock(reader, entry, item)),
    ],
  })
}

function itemBlock({ words }: Reader, entry: RequestEntry, item: RequestEntry['items'][number]): Block {
  const isOver = item.status === 'approved' || item.status === 'waived' || entry.status === 'cancelled'
  const text = `${safe(item.title)}\n${itemState(words, item)}`
  if (isOver) return section(text)
  const { waiveTitle: title, waive: question } = words.confirm
  const confirm = sure(words, { title, text: question, yes: words.buttons.waive })
  return section(text, button('waive', words.buttons.waive, item.id, { confirm }))
}
