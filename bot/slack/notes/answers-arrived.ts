import { dayInWords, fileSize } from '#core/words/format.ts'
import { actions, button, context, option, plain, section, type Block } from '../blocks.ts'
import { bold, link, quote, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { itemState } from '../views/item-states.ts'
import { matterLine } from '../views/matter-line.ts'
import { filesMenu } from '../files/story.ts'
import { fileLine, fileLines } from './file-lines.ts'
import { goneBlocks } from './gone-files.ts'
import { listedItems } from './listed-items.ts'
import { originalLines } from './original-lines.ts'
import { fitsInMessage, type NoteOf, type Posted } from './note.ts'

type Arrived = NoteOf<'answersArrived'>
type Item = Arrived['items'][number]
type Unsure = Arrived['unsure'][number]

/** More items than this are listed, and reviewed in a modal. */
const mostInMessage = 10

/** What came, item by item, with the verdicts that are open; too much for one message is listed, with a way to a modal. */
export function answersArrived(reader: Reader, note: Arrived): Posted {
  const { text, blocks } = headOf(reader, note)
  const around = (list: Block[], end: Block[]) => [...blocks, ...list, ...end, ...tail(reader, note)]
  const listing = (of: Arrived, before: Block[]) => {
    const whole = (list: Block[]) => around([...before, ...list], reviewButton(reader, note))
    return whole(listedItems(reader, of, (list) => fitsInMessage(whole(list))))
  }
  const items = note.items.flatMap((item) => itemBlocks(reader, item, note.request.isOver))
  const mayShow = note.items.length <= mostInMessage
  const inFull = around(entriesOf(reader, note).flat(), [])
  if (mayShow && fitsInMessage(inFull)) return { text, blocks: inFull }
  const withItems = listing({ ...note, items: [] }, items)
  if (mayShow && fitsInMessage(withItems)) return { text, blocks: withItems }
  return { text, blocks: listing(note, []) }
}

function reviewButton({ words }: Reader, { request, items, unsure }: Arrived): Block[] {
  const isOpen = !request.isOver && (unsure.length > 0 || items.some((item) => item.status === 'received'))
  const review = button('review', words.buttons.review, request.id, { style: 'primary' })
  return isOpen ? [actions(`review:${request.id}`, [review])] : []
}

/** The blocks of each item and each unsure file, in the order in which they are to be looked at. */
export function entriesOf(reader: Reader, note: Arrived): Block[][] {
  return [
    ...note.items.map((item) => itemBlocks(reader, item, note.request.isOver)),
    ...note.unsure.map((file) => unsureBlocks(reader, note, file)),
  ]
}

/** What happened, where and by whom; then what was asked and how far it is. */
export function headOf(reader: Reader, note: Arrived): Posted {
  const { words, locale, today } = reader
  const { request } = note
  const client = safe(note.client, 150)
  const what = whatHappened(reader, note, client)
  const who = [matterLine(words, note.matter), senderOf(reader, note)].join(' · ')
  const { total, received } = request.counts
  const state = [
    bold(request.title),
    words.notes.received({ received, total }),
    ...(received < total ? [words.communication.missing({ missing: total - received, total })] : []),
    ...(request.dueOn ? [words.communication.due({ day: dayInWords(request.dueOn, locale, today) })] : []),
  ]
  const wrote = note.wrote ? [section(quote(note.wrote))] : []
  return {
    text: `${what} · ${matterLine(words, note.matter)}`,
    blocks: [
      section(`📎 ${strong(what)}\n${who}`, menuOf(reader, note)),
      context(state.join(' · ')),
      ...wrote,
      ...originalLines(reader, note.originals),
    ],
  }
}

function whatHappened({ words }: Reader, note: Arrived, client: string): string {
  if (!isNothingLeft(note)) return words.notes.answersArrived({ client, items: note.items.length })
  return note.gone.length > 0
    ? words.practice.files.nothingLeft({ client })
    : words.notes.answersWithdrawn({ client })
}

/** The client took back all that came, or a member put it elsewhere. */
function isNothingLeft({ items, unsure, setAside, wrote }: Arrived): boolean {
  return items.length + unsure.length + setAside.length === 0 && wrote === null
}

function menuOf(reader: Reader, { items, unsure, setAside, request }: Arrived) {
  const files = [...unsure, ...setAside, ...items.flatMap((item) => item.files)]
  return files.length > 0 ? filesMenu(reader, { requestId: request.id }, files) : undefined
}

function senderOf({ words }: Reader, { from, via }: Arrived): string {
  return from ? `${safe(from, 120)} ${words.notes.via[via]}` : words.notes.via[via]
}

function onBehalfLine({ words }: Reader, { by, road }: NonNullable<Item['onBehalf']>): string {
  const { onBehalf } = words.practice
  return onBehalf.entered({ by: safe(by, 80), road: onBehalf.roads[road] })
}

function joinedLine({ words, locale }: Reader, { url, photos, size }: NonNullable<Item['joined']>): string {
  return `${link(url, words.documents.joined({ photos }), 80)} (${fileSize(size, locale)})`
}

function itemBlocks(reader: Reader, item: Item, isOver: boolean): Block[] {
  const { words } = reader
  const text = [
    `${bold(item.title)} · ${itemState(words, item)}`,
    ...(item.onBehalf ? [onBehalfLine(reader, item.onBehalf)] : []),
    ...fileLines(reader, item.files),
    ...(item.joined ? [joinedLine(reader, item.joined)] : []),
    ...(item.text ? [quote(item.text, 500)] : []),
  ].join('\n')
  if (item.status !== 'received' || isOver) return [section(text)]
  const verdicts = [
    button('approve', words.buttons.approve, item.answerId, { style: 'primary' }),
    button('reject', words.buttons.reject, item.answerId),
  ]
  return [section(text), actions(`answer:${item.answerId}`, verdicts)]
}

/** One click settles it: the suggestion by a button, anything else by the select. */
function unsureBlocks(reader: Reader, { openItems }: Arrived, file: Unsure): Block[] {
  const { buttons, choices, notes } = reader.words
  const { suggestion } = file
  const asked = `${notes.unsure({ file: fileLine(reader, file) })}${
    suggestion ? `\n${notes.suggestion({ item: safe(suggestion.title) })}` : ''
  }`
  const items = openItems.slice(0, 99).map((item) => option(item.title, `${file.id}:${item.id}`))
  const options = [...items, option(choices.noneOfThese, `${file.id}:none`)]
  const suggested = items.find((item) => item.value === `${file.id}:${suggestion?.itemId}`)
  const confirm = button('settle', buttons.confirm, `${file.id}:${suggestion?.itemId}`, { style: 'primary' })
  const select = {
    type: 'static_select' as const,
    action_id: 'settle_as',
    placeholder: plain(choices.whichItem, 150),
    options,
    ...(suggested && { initial_option: suggested }),
  }
  return [section(asked), actions(`file:${file.id}`, suggested ? [confirm, select] : [select])]
}

function tail(reader: Reader, { setAside, gone }: Arrived): Block[] {
  const aside = [`${reader.words.notes.setAside}:`, ...fileLines(reader, setAside, 1500)]
  return [...(setAside.length > 0 ? [context(aside.join('\n'))] : []), ...goneBlocks(reader, gone)]
}
