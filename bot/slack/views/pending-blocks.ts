import type { PendingRequest, PendingWork } from '#core/delivery/chat-note.ts'
import { dayInWords, momentInWords } from '#core/words/format.ts'
import { actions, button, context, section, type Block } from '../blocks.ts'
import { bold, safe } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from './matter-line.ts'

/** What waits, the most pressing first; of each kind at most `most`, the rest counted. */
export function pendingBlocks(reader: Reader, work: PendingWork, most: number): Block[] {
  const { pending } = reader.words
  const blocks = [
    ...part(pending.toReview, work.toReview, (entry) => reviewBlocks(reader, entry)),
    ...part(pending.overdue, work.overdue, (entry) => requestBlocks(reader, entry)),
    ...part(pending.dueSoon, work.dueSoon, (entry) => requestBlocks(reader, entry)),
    ...part(pending.waiting, work.waiting, (entry) => [section(requestText(reader, entry))]),
    ...part(pending.quarantined, work.quarantined, (entry) => quarantineBlocks(reader, entry)),
    ...part(pending.failed, work.failed, (entry) => [section(failedText(reader, entry))]),
  ]
  return blocks.length > 0 ? blocks : [section(pending.nothing)]

  function part<Entry>(
    title: (facts: { count: number }) => string,
    entries: Entry[],
    blocksOf: (entry: Entry) => Block[],
  ): Block[] {
    if (entries.length === 0) return []
    const left = entries.length - most
    const more = left > 0 ? [context(pending.more({ count: left }))] : []
    return [
      section(`*${title({ count: entries.length })}*`),
      ...entries.slice(0, most).flatMap(blocksOf),
      ...more,
    ]
  }
}

/** A request with answers, and the way to their review. */
export function reviewBlocks(
  { words, locale, timeZone, today }: Reader,
  entry: PendingWork['toReview'][number],
): Block[] {
  const { pending, buttons } = words
  const since = pending.since({ moment: momentInWords(entry.since, locale, timeZone, today) })
  const text = [
    bold(entry.title, 150),
    [matterLine(words, entry.matter, 120), safe(entry.client, 100)].join(' · '),
    [pending.items({ count: entry.items }), since].join(' · '),
  ].join('\n')
  return [section(text, button('review', buttons.review, entry.requestId))]
}

/** A request that waits for its client, and what can be done about it. */
export function requestBlocks(reader: Reader, entry: PendingRequest): Block[] {
  const { buttons } = reader.words
  const ways = [
    button('remind', buttons.remind, entry.requestId),
    button('snooze', buttons.snooze, entry.requestId),
    button('items', buttons.items, `${entry.matter.id}:${entry.requestId}`),
  ]
  return [section(requestText(reader, entry)), actions(`request:${entry.requestId}`, ways)]
}

function requestText({ words, locale, today }: Reader, entry: PendingRequest): string {
  const { missing, total, dueOn } = entry
  const state = [
    words.communication.missing({ missing, total }),
    ...(dueOn ? [words.communication.due({ day: dayInWords(dueOn, locale, today) })] : []),
  ]
  return [
    bold(entry.title, 150),
    [matterLine(words, entry.matter, 120), safe(entry.client, 100)].join(' · '),
    state.join(' · '),
  ].join('\n')
}

/** A mail that waits for a decision, and the way to it. */
export function quarantineBlocks(
  { words, locale, timeZone, today }: Reader,
  entry: PendingWork['quarantined'][number],
): Block[] {
  const text = `${safe(entry.from, 200)} · ${momentInWords(entry.at, locale, timeZone, today)}`
  return [section(text, button('quarantine_look', words.buttons.look, entry.inboundId))]
}

/** A mail that did not arrive: to whom, and when it was written. */
export function failedText({ locale, timeZone, today }: Reader, entry: { email: string; at: Date }): string {
  return `${safe(entry.email, 200)} · ${momentInWords(entry.at, locale, timeZone, today)}`
}
