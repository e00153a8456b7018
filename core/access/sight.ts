import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { NotFound } from '../errors.ts'
import { inSightOf } from '../matters/find-matters.ts'
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

/**
 * The one rule of what a client may see, as a query of matter ids: matters they are involved in on our side, and,
 * down any depth, the appeals and offshoots of what they see. Nothing hidden, nothing `private` or `team` unless
 * switched on, nothing in which they stand on the other side; and nothing through such a matter either.
 * A merely attached matter brings nothing along. Of several clients who are one person each brings their own matters;
 * where any of them stands on the other side, one who has left the firm too, none sees.
 */
export function mattersInSight(viewer: Viewer): SQL {
  const seen = sql`
    with recursive seen(id) as (
      select m.id from involvements i join matters m on m.id = i.matter_id
      where ${isOf(viewer.clientIds, 'i')} and i.side = 'ours' and ${openTo(viewer, 'm')}
      union
      select c.id from seen s join matters c on c.parent_id = s.id
      where c.relation in ('appeal', 'offshoot') and ${openTo(viewer, 'c')})
    select id from seen`
  const borrowed = viewer.borrowedBy && inSightOf(viewer.borrowedBy)
  return borrowed
    ? sql`select ${matters.id} from ${matters} where ${matters.id} in (${seen}) and ${borrowed}`
    : seen
}

function isOf(clientIds: string[], alias: string): SQL {
  return sql`${sql.identifier(alias)}.client_id in (${listOf(clientIds)})`
}

function openTo(viewer: Viewer, alias: string): SQL {
  const a = sql.identifier(alias)
  const visibilities = [
    'firm',
    ...(viewer.privateMatters ? ['private'] : []),
    ...(viewer.teamMatters ? ['team'] : []),
  ]
  // As an expression, lest a planner goes through all matters of the firm for each one that is seen.
  return sql`${a}.firm_id || '' = ${viewer.firmId} and ${a}.hidden_at is null and ${a}.visibility in (${listOf(visibilities)})
    and not exists (
      select 1 from involvements o where o.matter_id = ${a}.id and ${isOf(viewer.personIds, 'o')} and o.side = 'other')`
}

function listOf(words: string[]): SQL {
  return sql.join(
    words.map((one) => sql`${one}`),
    sql`, `,
  )
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
