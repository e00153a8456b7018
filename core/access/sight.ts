import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { NotFound } from '../errors.ts'
import type { Matter } from '../matters/matter-for.ts'

/** What decides which matters a client's eyes reach: whose they are, and the two switches of their access. */
export type Viewer = { firmId: string; clientId: string; privateMatters: boolean; teamMatters: boolean }

/**
 * The one rule of what a client may see, as a query of matter ids: matters they are involved in on our side, and,
 * down any depth, the appeals and offshoots of what they see. Nothing hidden, nothing `private` or `team` unless
 * switched on, nothing in which they stand on the other side; and nothing through such a matter either.
 * A merely attached matter brings nothing along.
 */
export function mattersInSight(viewer: Viewer): SQL {
  const open = (alias: string) => openTo(viewer, alias)
  return sql`
    with recursive seen(id) as (
      select m.id from involvements i join matters m on m.id = i.matter_id
      where i.client_id = ${viewer.clientId} and i.side = 'ours' and ${open('m')}
      union
      select c.id from seen s join matters c on c.parent_id = s.id
      where c.relation in ('appeal', 'offshoot') and ${open('c')}
        and not exists (
          select 1 from involvements o
          where o.matter_id = c.id and o.client_id = ${viewer.clientId} and o.side = 'other'))
    select id from seen`
}

function openTo(viewer: Viewer, alias: string): SQL {
  const visibilities = [
    'firm',
    ...(viewer.privateMatters ? ['private'] : []),
    ...(viewer.teamMatters ? ['team'] : []),
  ]
  const a = sql.identifier(alias)
  const listed = sql.join(
    visibilities.map((one) => sql`${one}`),
    sql`, `,
  )
  return sql`${a}.firm_id = ${viewer.firmId} and ${a}.hidden_at is null and ${a}.visibility in (${listed})`
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
