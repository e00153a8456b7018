import { actions, button, context, section } from '../blocks.ts'
import { safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import type { NoteOf, Posted } from './note.ts'

/** A mail did not arrive, or is only said not to have: to whom, what the server said, and whether the address is dead. */
export function deliveryFailed({ words }: Reader, note: NoteOf<'deliveryFailed'>): Posted {
  const { notes } = words
  const says = note.doubtful ? notes.deliveryDoubted : notes.deliveryFailed
  const what = says({ email: safe(note.email, 260) })
  const where = [
    ...(note.matter ? [matterLine(words, note.matter)] : []),
    ...(note.client ? [safe(note.client, 100)] : []),
  ].join(' · ')
  const ways = [
    ...(note.dead && note.clientId
      ? [button('client_open', words.evidence.profile, note.clientId, { style: 'primary' })]
      : []),
    ...(note.matter ? [button('open_matter', words.buttons.open, note.matter.id)] : []),
  ]
  return {
    text: [what, where].filter((part) => part !== '').join(' · '),
    blocks: [
      section([`↩️ ${strong(what)}`, where].filter((line) => line !== '').join('\n')),
      ...(note.dead ? [section(notes.deadAddress)] : []),
      ...(note.doubtful ? [section(notes.deliveryDoubtedHow)] : []),
      ...(note.reason.trim() ? [context(notes.deliveryReason({ reason: safe(note.reason, 500) }))] : []),
      ...(ways.length > 0 ? [actions('failed', ways)] : []),
    ],
  }
}
