import type { MatterShown } from '#core/matters/communication/matter-shown.ts'
import { requestInMatter } from '#core/matters/communication/requests-shown.ts'
import {
  button,
  context,
  menu,
  modal,
  option,
  section,
  sure,
  type Block,
  type Modal,
  type Option,
} from '../blocks.ts'
import { dayInWords, momentInWords } from '#core/words/format.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { Turn } from '../turn.ts'
import type { RequestEntry } from './communication-entries.ts'
import { itemState } from './item-states.ts'
import { matterLine } from './matter-line.ts'
import type { Subject } from './subject-metadata.ts'

type ItemEntry = RequestEntry['items'][number]

/** The checklist of a request as it stands now, each item with its state and a way to let it go. */
export async function itemsView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  subject: Subject,
): Promise<Modal> {
  const { matterId, id: requestId } = subject
  const { matter, request } = await requestInMatter(office, { by, matterId, requestId })
  return renderItems(reader, matter, request, subject)
}

/** The same from what is known already. */
export function renderItems(
  reader: Reader,
  matter: MatterShown,
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

function itemBlock(reader: Reader, entry: RequestEntry, item: ItemEntry): Block {
  const { words } = reader
  const text = [safe(item.title), itemState(words, item), ...whatIsSpecial(reader, item)].join('\n')
  const options = choicesFor(reader, entry, item)
  if (options.length > 0) return section(text, menu('item_menu', options))
  if (isOver(entry, item)) return section(text)
  const { waiveTitle: title, waive: question } = words.confirm
  const confirm = sure(words, { title, text: question, yes: words.buttons.waive })
  return section(text, button('waive', words.buttons.waive, item.id, { confirm }))
}

function isOver(entry: RequestEntry, item: ItemEntry): boolean {
  return item.status === 'approved' || item.status === 'waived' || entry.status === 'cancelled'
}

/** What a plain file or text has no need of. */
function choicesFor({ words }: Reader, entry: RequestEntry, item: ItemEntry): Option[] {
  const { menu: choices } = words.practice.items
  const isHeld = item.paper !== null && item.paper.returnedAt === null
  const isOpen = !isOver(entry, item)
  const choice = (kind: keyof typeof choices) => option(choices[kind], `${kind}:${item.id}`)
  const special = [
    ...(item.kind === 'paper' && isOpen && !isHeld ? [choice('receive')] : []),
    ...(isHeld ? [choice('return')] : []),
    ...(item.kind === 'sign' && isOpen ? [choice('sign')] : []),
    ...(item.status === 'approved' && item.kind !== 'text' ? [choice('expiry')] : []),
  ]
  const mayGo = special.length > 0 && isOpen
  return [...special, ...(mayGo ? [option(words.buttons.waive, `waive:${item.id}`)] : [])]
}

function whatIsSpecial({ words, locale, timeZone, today }: Reader, item: ItemEntry): string[] {
  const { kinds, issuedWithin, lines } = words.practice.items
  const { paper, kind, issuedWithinDays, toSign, expiresOn } = item
  const moment = (date: Date) => momentInWords(date, locale, timeZone, today)
  const asked = [
    ...(kind === 'paper' || kind === 'sign' ? [kinds[kind]] : []),
    ...(issuedWithinDays ? [issuedWithin({ days: issuedWithinDays })] : []),
  ]
  const where = paper && { by: safe(paper.receivedBy, 80), where: safe(paper.keptWhere, 150) }
  return [
    ...(asked.length > 0 ? [asked.join(', ')] : []),
    ...(paper && where ? [lines.held({ ...where, moment: moment(paper.receivedAt) })] : []),
    ...(paper?.returnedAt
      ? [lines.returned({ to: safe(paper.returnedTo ?? '', 150), moment: moment(paper.returnedAt) })]
      : []),
    ...(toSign ? [lines.toSign({ file: safe(toSign, 100) })] : []),
    ...(expiresOn ? [lines.expires({ day: dayInWords(expiresOn, locale, today) })] : []),
  ]
}
