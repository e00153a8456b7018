import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { audiences, requests } from '#db/schema/communication.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import { clientsAt } from '../../clients/clients-at.ts'
import { clientsWriting } from '../../clients/recipients.ts'
import type { MatterInNote } from '../../delivery/chat-note.ts'
import { inSightOf } from '../../matters/find-matters.ts'
import { matterInNote } from '../../matters/who-is-told.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import { bearsTag } from '../inbound/subject-tag.ts'
import type { Inbound } from '../receive-reply.ts'
import { isOfClient } from './unmatched.ts'

export type MailPlace = {
  requestId: string
  clientId: string
  client: string
  title: string
  matter: MatterInNote
  /** What the mail itself speaks for; never more than a suggestion. */
  suggested: boolean
}

type Unmatched = Pick<
  Inbound,
  'firmId' | 'matterId' | 'clientId' | 'quarantineReason' | 'fromAddress' | 'subject'
>

/**
 * Open requests that a client's mail may answer which was matched to nothing, as far as the actor sees them, those suggested
 * first, then the newest: of the matter whose reference its subject bears; where it bears none, the only one that is open. Where the
 * address is several clients' who have matters, nothing is suggested but in a matter that is all of theirs.
 */
export async function placesOfClient(
  tx: Query,
  by: MemberActor | SystemActor,
  mail: Unmatched,
): Promise<MailPlace[]> {
  if (!isOfClient(mail)) return []
  const from = mail.fromAddress ?? ''
  const writing = await clientsAt(tx, { kind: 'system', firmId: by.firmId }, from)
  const clientIds = writing.map((client) => client.id)
  if (clientIds.length === 0) return []
  const rows = await openTo(tx, by, clientIds)
  const answerable = await thoseAnsweredFrom(tx, from, rows)
  const tagged = await mattersNamed(tx, clientIds, mail.subject ?? '')
  const isOnly = new Set(answerable.map(({ request }) => request.id)).size === 1
  const shared = await mattersOfAll(tx, clientIds)
  const places = answerable
    .filter(({ isSeen }) => Number(isSeen) === 1)
    .map(({ request, matter, client }) => ({
      requestId: request.id,
      clientId: client.id,
      client: client.name,
      title: request.title,
      matter: matterInNote(matter),
      suggested: shared.has(matter.id) && (tagged.size > 0 ? tagged.has(matter.id) : isOnly),
    }))
  return suggestedFirst(places)
}

/** The same places in their order, those suggested before the others. */
export function suggestedFirst(places: MailPlace[]): MailPlace[] {
  return [...places.filter((one) => one.suggested), ...places.filter((one) => !one.suggested)]
}

/** The one place that is suggested, or null. */
export function suggestedOf(places: MailPlace[]): MailPlace | null {
  const [first, second] = places.filter((one) => one.suggested)
  return first && !second ? first : null
}

/** The matter that all suggested requests belong to, whoever sees it, or null. */
export async function suggestedMatter(tx: Query, mail: Unmatched): Promise<string | null> {
  const places = await placesOfClient(tx, { kind: 'system', firmId: mail.firmId ?? '' }, mail)
  const [first, second] = new Set(places.flatMap((one) => (one.suggested ? [one.matter.id] : [])))
  return first && !second ? first : null
}

type Row = Awaited<ReturnType<typeof openTo>>[number]

// Of those the clients were told of: what is kept in a hidden matter without telling anybody is answered by nobody.
function openTo(tx: Query, by: MemberActor | SystemActor, clientIds: string[]) {
  const isSeen = sql<number>`case when ${inSightOf(by) ?? sql`1 = 1`} then 1 else 0 end`.as('is_seen')
  return tx
    .select({ request: requests, matter: matters, client: clients, isSeen })
    .from(audiences)
    .innerJoin(requests, eq(requests.id, audiences.subjectId))
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .innerJoin(clients, eq(clients.id, audiences.clientId))
    .where(
      and(
        inArray(audiences.clientId, clientIds),
        eq(requests.firmId, by.firmId),
        inArray(requests.status, ['open', 'partial']),
        isNotNull(requests.announcedAt),
        isNull(requests.deletedAt),
        isNull(matters.closedAt),
      ),
    )
    .orderBy(desc(requests.createdAt), desc(requests.id), clients.id)
    .limit(1000)
}

// A further address may be one of some matters alone, and a client may be on our side no more.
async function thoseAnsweredFrom(tx: Query, from: string, rows: Row[]): Promise<Row[]> {
  const writing = new Map<string, string[]>()
  for (const { matter } of rows) {
    if (!writing.has(matter.id)) writing.set(matter.id, await clientsWriting(tx, matter.id, from))
  }
  return rows.filter(({ matter, client }) => writing.get(matter.id)?.includes(client.id))
}

/** The matters in which all of them are on our side who are so in any. */
async function mattersOfAll(tx: Query, clientIds: string[]): Promise<Set<string>> {
  const isTheirs = and(inArray(involvements.clientId, clientIds), eq(involvements.side, 'ours'))
  const represented = tx
    .select({ count: sql`count(distinct ${involvements.clientId})` })
    .from(involvements)
    .where(isTheirs)
  const rows = await tx
    .select({ matterId: involvements.matterId })
    .from(involvements)
    .where(isTheirs)
    .groupBy(involvements.matterId)
    .having(sql`count(distinct ${involvements.clientId}) = (${represented})`)
  return new Set(rows.map((row) => row.matterId))
}

async function mattersNamed(tx: Query, clientIds: string[], subject: string): Promise<Set<string>> {
  const theirs = await tx
    .select({ id: matters.id, alias: matters.alias, reference: matters.reference })
    .from(involvements)
    .innerJoin(matters, eq(matters.id, involvements.matterId))
    .where(and(inArray(involvements.clientId, clientIds), eq(involvements.side, 'ours')))
  const named = theirs.filter(({ alias, reference }) =>
    [alias, reference].some((tag) => tag !== null && bearsTag(subject, tag)),
  )
  return new Set(named.map((matter) => matter.id))
}
