import { and, desc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import { noteDoubted, noteRefused, type OutboxRow } from '../../delivery/note-refused.ts'
import type { Office } from '../../office.ts'
import type { DeliveryFailure, IncomingMail } from './incoming-mail.ts'
import type { End } from './end-mail.ts'
import type { Inbound, ReceiveReply } from '../receive-reply.ts'

/**
 * A delivery report that came to a bounce address is about a mail that was sent from there, the newest where it does not name one: a
 * hard failure stops the address it was sent to and tells the members, a soft one has the mail sent again, twice at most,
 * before they are told, a delay is none. Where another address failed, to which the recipient has their mail forwarded,
 * the mail did not arrive either, but the recipient's own address is good.
 *
 * Nobody but the recipient and the mail servers on the way has seen a bounce address; Message-IDs and reply addresses are in
 * every answer. So a report that came elsewhere, as anybody can write one, changes nothing: the members are told what it says.
 */
export async function noteBounce(
  office: Office,
  tx: Tx,
  inbound: Inbound,
  { mail, bounceIds }: Pick<ReceiveReply, 'mail' | 'bounceIds'>,
): Promise<End> {
  if (bounceIds.length === 0) return noteUnproven(office, tx, inbound, mail)
  let mine = inbound
  for (const failure of hardFirst(mail.failures)) {
    const row = failure.severity === 'delayed' ? undefined : await deliveryFrom(tx, failure, bounceIds)
    if (!row) continue
    mine = { ...inbound, firmId: row.firmId, matterId: row.matterId, clientId: row.clientId }
    // What has come back already, or waits to be sent again, is not counted twice: a server may report it by two roads.
    if (row.state !== 'accepted') continue
    const hard = failure.severity === 'hard'
    const isTheirs = mail.failures.some((one) => one.severity === 'hard' && one.recipient === row.recipient)
    const now = office.clock()
    const said = saidIn(failure, row)
    const facts = { bouncedAt: now, lastError: said.slice(0, 500) }
    const wait = hard ? undefined : waits[row.softBounces]
    if (wait !== undefined) {
      const dueAt = new Date(now.getTime() + wait)
      // Without attempts it holds up nothing that comes after it.
      const again = { state: 'queued' as const, dueAt, attempts: 0, softBounces: row.softBounces + 1 }
      await tx
        .update(outbox)
        .set({ ...facts, ...again })
        .where(eq(outbox.id, row.id))
      continue
    }
    await tx
      .update(outbox)
      .set({ ...facts, state: 'bounced' })
      .where(eq(outbox.id, row.id))
    await noteRefused(office, tx, row, said.slice(0, 300), isTheirs)
  }
  return { state: 'bounce', inbound: mine }
}

/** Milliseconds before a mail that came back softly is sent again, the first time and the second: a full mailbox is emptied in a day, or not. */
const waits = [4 * 3_600_000, 24 * 3_600_000]

// What is tried again counts no further failures.
function hardFirst(failures: DeliveryFailure[]): DeliveryFailure[] {
  const isHard = (failure: DeliveryFailure) => failure.severity === 'hard'
  return [...failures.filter(isHard), ...failures.filter((one) => !isHard(one))]
}

// A report of another address says which, for the member to whom it is told.
function saidIn({ recipient, status, diagnostic }: DeliveryFailure, row: OutboxRow): string {
  const said = `${status} ${diagnostic}`
  return recipient === row.recipient ? said : `${recipient}: ${said}`
}

async function noteUnproven(office: Office, tx: Tx, inbound: Inbound, mail: IncomingMail): Promise<End> {
  const failed = mail.failures.find(
    ({ severity, originalMessageId }) => severity !== 'delayed' && originalMessageId !== null,
  )
  const row = failed && (await deliveryNamed(tx, failed))
  if (!row) return { state: 'noted', inbound }
  if (row.state === 'accepted') await noteDoubted(office, tx, row)
  const { firmId, matterId, clientId } = row
  return { state: 'noted', inbound: { ...inbound, firmId, matterId, clientId } }
}

async function deliveryFrom(
  tx: Tx,
  failure: DeliveryFailure,
  bounceIds: string[],
): Promise<OutboxRow | undefined> {
  return (await deliveryNamed(tx, failure, bounceIds)) ?? newestFrom(tx, bounceIds)
}

async function deliveryNamed(
  tx: Tx,
  { originalMessageId }: DeliveryFailure,
  bounceIds?: string[],
): Promise<OutboxRow | undefined> {
  if (originalMessageId === null) return undefined
  const named = or(eq(outbox.messageId, originalMessageId), eq(outbox.serverMessageId, originalMessageId))
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(named, bounceIds && inArray(outbox.replyAddressId, bounceIds)))
    .orderBy(desc(outbox.createdAt))
    .limit(1)
  return row
}

// One that has come back already is still the newest: the same report by another road is about no earlier one.
async function newestFrom(tx: Tx, bounceIds: string[]): Promise<OutboxRow | undefined> {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(inArray(outbox.replyAddressId, bounceIds), isNotNull(outbox.acceptedAt)))
    .orderBy(desc(outbox.acceptedAt), desc(outbox.createdAt))
    .limit(1)
  return row
}
