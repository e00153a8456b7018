import { PostElsewhere, PostRefused, postNote, type Slack } from '#bot/slack/post.ts'
import { chatNoteFor } from '#core/delivery/chat-note-for.ts'
import { claimOutbox } from '#core/delivery/claim-outbox.ts'
import { letterFor } from '#core/delivery/letter-for.ts'
import type { Letter } from '#core/delivery/letter.ts'
import type { OutboxRow } from '#core/delivery/note-refused.ts'
import { settleDeliveries, type Outcome } from '#core/delivery/settle-delivery.ts'
import type { Office } from '#core/office.ts'

/** All that is due leaves: chat messages are posted to that Slack, mails are taken by a server that takes everything. */
export async function deliverThere(office: Office, slack: Slack): Promise<Letter[]> {
  const letters: Letter[] = []
  for (;;) {
    const rows = await claimOutbox(office, 50)
    if (rows.length === 0) return letters
    for (const row of rows) {
      const outcome =
        row.channel === 'mail' ? await mailed(office, row, letters) : await posted(office, row, slack)
      await settleDeliveries(office, [{ row, outcome }])
    }
  }
}

async function mailed(office: Office, row: OutboxRow, letters: Letter[]): Promise<Outcome> {
  const letter = await letterFor(office, row)
  if (letter.kind === 'cancelled' || letter.kind === 'held') return letter
  letters.push(letter)
  return { kind: 'accepted', as: '250 ok', subject: `About ${row.threadKey ?? row.id}` }
}

async function posted(office: Office, row: OutboxRow, slack: Slack): Promise<Outcome> {
  const note = await chatNoteFor(office, row)
  if (note.kind === 'cancelled' || note.kind === 'held' || note.kind === 'elsewhere') return note
  try {
    const stands = await postNote(slack, note)
    return { kind: 'accepted', as: stands.messageId, stands }
  } catch (error) {
    if (error instanceof PostElsewhere) return { kind: 'elsewhere', because: error.because }
    // The firm's first people are in no workspace.
    if (error instanceof PostRefused) return { kind: 'refused', reason: error.reason, dead: false }
    throw error
  }
}
