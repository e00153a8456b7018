import type { Tx } from '#db/database.ts'
import { deadAddresses } from '#db/schema/clients.ts'
import type { outbox } from '#db/schema/delivery.ts'
import { announce } from '../announce.ts'
import { newId } from '../ids.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { MailNotice } from '../notices.ts'
import type { Office } from '../office.ts'

export type OutboxRow = typeof outbox.$inferSelect

/** Mails whose subject is a request. */
const ofRequest: string[] = [
  'documentsRequested',
  'requestCancelled',
  'answerRejected',
] satisfies MailNotice['kind'][]

/** A mail did not reach its recipient: the members are told; an address that is `dead` gets nothing more. */
export async function noteRefused(
  office: Office,
  tx: Tx,
  row: OutboxRow,
  reason: string,
  dead: boolean,
): Promise<void> {
  const now = office.clock()
  if (dead) {
    await tx
      .insert(deadAddresses)
      .values({ id: newId(now), firmId: row.firmId, email: row.recipient, reason, at: now })
      .onConflictDoNothing()
  }
  const told = await membersToTell(tx, row.firmId, row.matterId, now)
  await announce(office, tx, {
    kind: dead ? 'addressBounced' : 'deliveryFailed',
    by: { kind: 'system', firmId: row.firmId },
    matterId: row.matterId,
    clientId: row.clientId,
    subjectId: row.id,
    facts: { email: row.recipient, reason },
    tell: chatsTo(told, {
      notice: { kind: 'deliveryFailed', outboxId: row.id },
      matterId: row.matterId,
      subjectId: row.id,
      thread: ofRequest.includes(row.noticeKind) ? row.subjectId : null,
    }),
  })
}

/**
 * Somebody says that a mail did not reach its recipient, and nothing proves it: the members are told, of an address once a day,
 * and the mail counts as delivered.
 */
export async function noteDoubted(office: Office, tx: Tx, row: OutboxRow): Promise<void> {
  const now = office.clock()
  const told = await membersToTell(tx, row.firmId, row.matterId, now)
  await announce(office, tx, {
    kind: 'deliveryDoubted',
    by: { kind: 'system', firmId: row.firmId },
    matterId: row.matterId,
    clientId: row.clientId,
    subjectId: row.id,
    facts: { email: row.recipient },
    tell: chatsTo(told, {
      notice: { kind: 'deliveryFailed', outboxId: row.id, doubtful: true },
      matterId: row.matterId,
      subjectId: row.id,
      once: `doubted:${row.recipient}:${now.toISOString().slice(0, 10)}`,
      direct: true,
    }),
  })
}
