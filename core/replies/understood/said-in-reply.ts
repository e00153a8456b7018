import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { inboundMessages, reminders, type SaidInReply } from '#db/schema/replies.ts'
import { given, statement } from '#db/statement.ts'
import { announce } from '../../announce.ts'
import { firmOf } from '../../firms/firm.ts'
import type { Office } from '../../office.ts'
import { addDays } from '../../reminders/calendar/day.ts'
import { planNext } from '../../reminders/plan-reminders.ts'
import { isLive, isWanted, type Item, type Request } from '../../requests/request.ts'
import { dayOf } from '../../words/format.ts'
import type { Reply } from '../apply-reply.ts'
import { lacking } from './lacking.ts'
import { promisedDay } from './promised-day.ts'

/**
 * What the client wrote of what is still wanted, kept with the mail: until the day after a promised one nobody is reminded of
 * these requests; what they say they do not have is for a member to settle. Days are those of `timeZone`, as `zoneOf` has it.
 * Null when they say neither, and for what a machine wrote.
 */
export async function saidInReply(
  office: Office,
  tx: Tx,
  { inbound, clientId, writtenText }: Pick<Reply, 'inbound' | 'clientId' | 'writtenText'>,
  requests: Request[],
  open: Item[],
  timeZone: string,
): Promise<SaidInReply | null> {
  const wanted = open.filter(isWanted)
  if (inbound.kind !== 'reply' || wanted.length === 0) return null
  const promised = promisedDay(writtenText, dayOf(inbound.receivedAt, timeZone))
  const lacks = lacking(writtenText, wanted)
  if (promised === null && lacks === null) return null
  const said: SaidInReply = {
    ...(promised === null ? {} : { promised }),
    ...(lacks === null ? {} : { lacking: { itemId: lacks.item?.id ?? null } }),
  }
  await tx.update(inboundMessages).set({ said }).where(eq(inboundMessages.id, inbound.id))
  const waiting = requests.filter(
    (request) => isLive(request) && wanted.some((item) => item.requestId === request.id),
  )
  // Accepted out of quarantine, the day may be over.
  if (promised !== null && promised >= dayOf(office.clock(), timeZone))
    await snooze(office, tx, waiting, clientId, addDays(promised, 1))
  return said
}

/** Where the client lives, as far as is known. */
export async function zoneOf(tx: Tx, firmId: string, clientId: string): Promise<string> {
  const [firm, [client]] = await Promise.all([firmOf(tx, firmId), zones(tx, { clientId })])
  return client?.timeZone ?? firm.timeZone
}

const zones = statement((tx) =>
  tx
    .select({ timeZone: clients.timeZone })
    .from(clients)
    .where(eq(clients.id, given('clientId'))),
)

async function snooze(
  office: Office,
  tx: Tx,
  requests: Request[],
  clientId: string,
  until: string,
): Promise<void> {
  for (const request of requests) {
    const planned = await tx
      .update(reminders)
      .set({ snoozedUntil: until })
      .where(and(eq(reminders.requestId, request.id), eq(reminders.clientId, clientId)))
      .returning({ id: reminders.id, nextAt: reminders.nextAt })
    const going = planned.filter(({ nextAt }) => nextAt !== null)
    if (going.length > 0) await planNext(office, tx, await firmOf(tx, request.firmId), request.id, clientId)
    await announce(office, tx, {
      kind: 'remindersSnoozed',
      by: { kind: 'client', firmId: request.firmId, clientId },
      matterId: request.matterId,
      clientId,
      subjectId: request.id,
      facts: { until },
    })
  }
}
