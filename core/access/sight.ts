import { and, eq, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { among, given, givenList, type GivenList } from '#db/statement.ts'
import { NotFound } from '../errors.ts'
import { inSightOfMember } from '../matters/find-matters.ts'
import type { Matter } from '../matters/matter-for.ts'
import type { MemberActor } from '../members/actor.ts'

/** What decides which matters a client's eyes reach: whose they are, and the two switches of their access. */
export type Viewer = {
  firmId: string
  /** Whom the access stands for: one client, or several that are one person. */
  clientIds: string[]
  /** The same, with those who have left the firm: it is the same person still. */
  personIds: string[]
  privateMatters: boolean
  teamMatters: boolean
  /** A member who borrows these eyes: they see nothing that is not theirs to see. */
  borrowedBy: MemberActor | null
}

/** A viewer as the rule asks of them: their own values, or places for values that come later. */
type Eyes = {
  firmId: string | SQLWrapper
  clientIds: string[] | GivenList
  personIds: string[] | GivenList
  visibilities: string[] | GivenList
  /** The member whose sight limits these eyes; the empty text: nobody's. */
  limitedTo: string | SQLWrapper
}

/**
 * The one rule of what a client may see, as a query of matter ids: matters they are involved in on our side, and,
 * down any depth, the appeals and offshoots of what they see. Nothing hidden, nothing `private` or `team` unless
 * switched on, nothing in which they stand on the other side; and nothing through such a matter either.
 * A merely attached matter brings nothing along. Of several clients who are one person each brings their own matters;
 * where any of them stands on the other side, one who has left the firm too, none sees.
 */
export function mattersInSight(viewer: Viewer): SQL {
  return seenThrough(eyesOf(viewer))
}

/** The same rule for a `statement`: whose eyes they are is given when it runs, as `eyesOf` has it. */
export function mattersInGivenSight(): SQL {
  return seenThrough({
    firmId: given('firmId'),
    clientIds: givenList('clientIds'),
    personIds: givenList('personIds'),
    visibilities: givenList('visibilities'),
    limitedTo: given('limitedTo'),
  })
}

/** A viewer as values. */
export function eyesOf({ firmId, clientIds, personIds, borrowedBy, ...switches }: Viewer) {
  const visibilities = [
    'firm',
    ...(switches.privateMatters ? ['private'] : []),
    ...(switches.teamMatters ? ['team'] : []),
  ]
  const limitedTo = borrowedBy && borrowedBy.role !== 'admin' ? borrowedBy.memberId : ''
  return { firmId, clientIds, personIds, visibilities, limitedTo }
}

function seenThrough(eyes: Eyes): SQL {
  return sql`
    with recursive seen(id) as (
      select m.id from involvements i join matters m on m.id = i.matter_id
      where ${among(sql`i.client_id`, eyes.clientIds)} and i.side = 'ours' and ${openTo(eyes, 'm')}
      union
      select c.id from seen s join matters c on c.parent_id = s.id
      where c.relation in ('appeal', 'offshoot') and ${openTo(eyes, 'c')})
    select id from seen where ${eyes.limitedTo} = ''
    union all
    select ${matters.id} from ${matters} where ${eyes.limitedTo} <> '' and ${matters.id} in (select id from seen)
      and ${inSightOfMember(eyes.limitedTo)}`
}

function openTo({ firmId, visibilities, personIds }: Eyes, alias: string): SQL {
  const a = sql.identifier(alias)
  // As an expression, lest a planner goes through all matters of the firm for each one that is seen.
  return sql`${a}.firm_id || '' = ${firmId} and ${a}.hidden_at is null and ${among(sql`${a}.visibility`, visibilities)}
    and not exists (
      select 1 from involvements o
      where o.matter_id = ${a}.id and ${among(sql`o.client_id`, personIds)} and o.side = 'other')`
}

/** The matter, when the client sees it. Throws NotFound for what they may not see and for what does not exist. */
export async function matterInSight(tx: Query, viewer: Viewer, matterId: string): Promise<Matter> {
  const [matter] = await tx
    .select()
    .from(matters)
    .where(and(eq(matters.id, matterId), inArray(matters.id, sql`(${mattersInSight(viewer)})`)))
  if (!matter) throw new NotFound()
  return matter
}
