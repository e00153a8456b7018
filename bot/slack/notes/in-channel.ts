import { actions, button, context, section } from '../blocks.ts'
import { safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import type { NoteOf, Posted } from './note.ts'

type InChannel = NoteOf<'inChannel'>

const signs = {
  answersArrived: '📎',
  messageArrived: '✉️',
  mailQuarantined: '⚠️',
  deliveryFailed: '↩️',
  remindersEnded: '⏰',
} as const satisfies Record<InChannel['about'], string>

/** An event of a matter in the matter's channel: the reference and counts, who decided, and what may still be done. */
export function inChannel(reader: Reader, note: InChannel): Posted {
  const { words } = reader
  const what = whatHappened(reader, note)
  const reference = words.matter.reference({ reference: safe(note.matter.reference, 60) })
  const below = countsLine(reader, note)
  const ways = [...waysOn(reader, note), button('open_matter', words.buttons.open, note.matter.id)]
  return {
    text: `${what} · ${reference}`,
    blocks: [
      section(`${signs[note.about]} ${strong(what)}\n${reference}`),
      ...(below === '' ? [] : [context(below)]),
      actions('in_channel', ways),
    ],
  }
}

function whatHappened({ words: { channels } }: Reader, { about, inboundId, request }: InChannel): string {
  const { notes } = channels
  if (about === 'mailQuarantined') return inboundId ? notes.mailQuarantined : notes.mailDecided
  if (about === 'remindersEnded') return request?.isLive ? notes.remindersEnded : notes.nothingMissing
  return notes[about]
}

function countsLine({ words }: Reader, { about, request, toReview, decided }: InChannel): string {
  const isCounted = request !== null && (about === 'answersArrived' || about === 'remindersEnded')
  const verdicts = words.channels.notes.reviewed(decided)
  const names = decided.by.map((name) => safe(name, 80)).join(', ')
  return [
    ...(isCounted ? [words.notes.received(request.counts)] : []),
    ...(toReview > 0 ? [words.communication.toReview({ count: toReview })] : []),
    ...(verdicts === '' ? [] : [verdicts]),
    ...(names === '' ? [] : [words.notes.decidedBy({ name: names })]),
  ].join(' · ')
}

function waysOn({ words: { buttons } }: Reader, { about, request, toReview, inboundId, matter }: InChannel) {
  if (inboundId) return [button('quarantine_look', buttons.look, inboundId)]
  if (!request?.isLive) return []
  if (about === 'answersArrived' && toReview > 0) {
    return [button('review', buttons.review, request.id, { style: 'primary' })]
  }
  if (about !== 'remindersEnded') return []
  return [
    button('remind', buttons.remind, request.id),
    button('items', buttons.items, `${matter.id}:${request.id}`),
  ]
}
