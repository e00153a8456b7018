import { actions, button, context, section, sure, type Block } from '../blocks.ts'
import { quote, safe, strong } from '../mrkdwn.ts'
import type { Reader } from '../reader.ts'
import { matterLine } from '../views/matter-line.ts'
import { fileLines } from './file-lines.ts'
import { originalLine } from './original-lines.ts'
import type { NoteOf, Posted } from './note.ts'

type Quarantined = NoteOf<'mailQuarantined'>

/** A mail that changes nothing before a member says so: whose, why it waits, and the ways out; decided, by whom. */
export function mailQuarantined(reader: Reader, note: Quarantined): Posted {
  const { words } = reader
  const what = whatHappened(reader, note)
  const sender = words.notes.sender({ from: senderOf(note) })
  const where = [
    ...(note.matter ? [matterLine(words, note.matter)] : []),
    ...(note.client ? [safe(note.client, 100)] : []),
    ...(note.request ? [words.notes.forRequest({ title: safe(note.request.title, 150) })] : []),
  ].join(' · ')
  const subject = note.mailSubject.trim()
    ? words.notes.subject({ subject: safe(note.mailSubject, 200) })
    : words.notes.noSubject
  return {
    text: `${what} · ${sender}`,
    blocks: [
      section([`⚠️ ${strong(what)}`, where, sender].filter((line) => line !== '').join('\n')),
      context(note.decision === null ? `${words.notes.quarantineReasons[note.reason]} ${subject}` : subject),
      ...(note.forwarded?.from
        ? [context(words.notes.forwardedFrom({ from: safe(note.forwarded.from, 260) }))]
        : []),
      ...(note.suggestion ? [context(seemsToAnswer(reader, note.suggestion))] : []),
      ...(note.wrote ? [section(quote(note.wrote))] : []),
      ...originalLine(reader, note.originalUrl),
      ...(note.files.length > 0 ? [section(fileLines(reader, note.files).join('\n'))] : []),
      ...waysOut(reader, note),
    ],
  }
}

function whatHappened({ words: { notes } }: Reader, { decision, decidedBy }: Quarantined): string {
  if (decision === null) return notes.quarantined
  const became = {
    accepted: notes.quarantineAccepted,
    accepted_and_added: notes.quarantineAdded,
    discarded: notes.quarantineDiscarded,
  }[decision]
  return decidedBy ? `${became} ${notes.decidedBy({ name: safe(decidedBy, 100) })}` : became
}

function senderOf({ from, fromName }: Quarantined): string {
  return fromName ? `${safe(fromName, 100)} (${safe(from, 260)})` : safe(from, 260)
}

function seemsToAnswer(
  { words }: Reader,
  { title, reference }: NonNullable<Quarantined['suggestion']>,
): string {
  return words.messages.seemsToAnswer({ title: safe(title, 150), reference: safe(reference, 60) })
}

/** The address is only offered to be added where that is what it lacks. */
function waysOut({ words }: Reader, note: Quarantined): Block[] {
  if (note.decision !== null) return []
  const { discardTitle: title, discard: text } = words.confirm
  const discard = button('quarantine_discard', words.buttons.discard, note.inboundId, {
    confirm: sure(words, { title, text, yes: words.buttons.discard }),
  })
  const accept = button('quarantine_accept', words.buttons.accept, note.inboundId)
  const add = button('quarantine_add', words.buttons.acceptAndAdd, note.inboundId)
  const offersAdding = note.reason === 'unknown_sender'
  if (note.placeable) {
    const place = note.forwarded ? words.messages.whose : words.messages.place
    return [
      actions(`quarantine:${note.inboundId}`, [button('forward_place', place, note.inboundId), discard]),
    ]
  }
  const ways = note.acceptable ? [accept, ...(offersAdding ? [add] : []), discard] : [discard]
  // What could not be taken in says itself what to ask for; whose it is would not help.
  const isUnread = note.reason === 'too_large' || note.reason === 'unreadable'
  const why = note.acceptable || isUnread ? [] : [context(words.notes.unmatched)]
  return [...why, actions(`quarantine:${note.inboundId}`, ways)]
}
