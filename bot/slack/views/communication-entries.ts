import type { Communication } from '#core/matters/communication.ts'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import { dayInWords, momentInWords } from '#core/words/format.ts'
import { actions, button, menu, option, section, type Block } from '../blocks.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { richTextToMrkdwn } from '../rich-text-to-mrkdwn.ts'
import { hearingLine } from './hearing-lines.ts'
import { deliveriesLine } from './deliveries-line.ts'

export type NewsEntry = Communication['news'][number]
export type RequestEntry = Communication['requests'][number]
export type HistoryEntry = Communication['history'][number]

/** A piece of news: how it begins, who wrote it when, and what became of its mails. */
export function newsBlock(reader: Reader, entry: NewsEntry): Block {
  const { buttons, communication, practice } = reader.words
  const marks = [
    ...(entry.editedAt ? [communication.edited] : []),
    ...(entry.announced ? [] : [communication.unannounced]),
  ]
  const below = [...writtenBy(reader, entry), ...marks, deliveriesLine(reader.words, entry.deliveries)]
  const text = [
    richTextToMrkdwn(checkRichText(entry.body), 500),
    ...(entry.hearing ? [hearingLine(reader, entry.hearing)] : []),
    ...(entry.urgent ? [`❗ ${practice.hearing.confirmedBy(entry.urgent)}`] : []),
    line(below),
  ].join('\n')
  const options = [
    option(buttons.menu.edit, `edit:${entry.id}`),
    option(buttons.menu.delete, `delete:${entry.id}`),
    option(reader.words.evidence.button, `told:${entry.id}`),
    ...(entry.undoable ? [option(practice.undo.button, `undo:${entry.id}`)] : []),
  ]
  return section(text, menu('news_menu', options))
}

/** A request: title, what is missing, by when, and what became of its mails. */
export function requestBlocks(reader: Reader, entry: RequestEntry): Block[] {
  const { communication, buttons, practice } = reader.words
  const isLive = entry.status === 'open' || entry.status === 'partial'
  const below = [
    ...writtenBy(reader, entry),
    ...(entry.editedAt ? [communication.edited] : []),
    deliveriesLine(reader.words, entry.deliveries),
  ]
  const urgent = isLive && entry.urgent ? [`❗ ${practice.hearing.confirmedBy(entry.urgent)}`] : []
  const text = [bold(entry.title), line(requestState(reader, entry)), ...urgent, line(below)].join('\n')
  const choice = (kind: keyof typeof buttons.menu) => option(buttons.menu[kind], `${kind}:${entry.id}`)
  const isCancelled = entry.status === 'cancelled'
  const options = [
    choice('items'),
    ...(isCancelled ? [] : [choice('edit')]),
    ...(isLive ? [choice('remind'), choice('cancel')] : []),
    choice('delete'),
  ]
  // A menu of Slack's has five entries.
  const ways = [
    button('request_menu_told', reader.words.evidence.button, `told:${entry.id}`),
    ...(isLive ? [button('answer_for', practice.onBehalf.button, entry.id)] : []),
    ...(isLive ? [button('text_to_paste', practice.toPaste.button, entry.id)] : []),
    ...(entry.undoable ? [button('request_menu_undo', practice.undo.button, `undo:${entry.id}`)] : []),
  ]
  return [section(text, menu('request_menu', options)), actions(`request_ways:${entry.id}`, ways)]
}

function requestState({ words, locale, today }: Reader, entry: RequestEntry): string[] {
  const { communication } = words
  if (entry.status === 'cancelled') return [communication.cancelled]
  if (entry.status === 'fulfilled') return [communication.fulfilled]
  const { total, received } = entry.counts
  const toReview = entry.items.filter((item) => item.status === 'received').length
  return [
    communication.missing({ missing: total - received, total }),
    ...(toReview > 0 ? [communication.toReview({ count: toReview })] : []),
    ...(entry.dueOn ? [communication.due({ day: dayInWords(entry.dueOn, locale, today) })] : []),
  ]
}

/** "sábado 21 de noviembre, 12:05 · Respuesta aprobada · Ana Rojas · Cédula"; null for kinds that are not told here. */
export function historyLine(reader: Reader, entry: HistoryEntry): string | null {
  const { events } = reader.words
  const what = Object.entries(events).find(([kind]) => kind === entry.kind)?.[1]
  if (what === undefined) return null
  const { locale, timeZone, today } = reader
  const facts = [entry.actor ?? '', entry.subject ?? ''].map((fact) => safe(fact, 150))
  return line([momentInWords(entry.at, locale, timeZone, today), what, ...facts])
}

function writtenBy(
  { locale, timeZone, today }: Reader,
  { author, at }: { author: string; at: Date },
): string[] {
  return [safe(author, 100), momentInWords(at, locale, timeZone, today)]
}

function line(parts: string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}
