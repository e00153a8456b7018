import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { requireInReach } from '../clients/clients-in-reach.ts'
import { BeyondOwnSight } from '../errors.ts'
import { inSightOf } from '../matters/find-matters.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Access } from './access.ts'

/** Which members may handle the accesses of these clients: those who deal with each of them. Throws NotFound. */
export async function requireReachOf(
  tx: Query,
  by: MemberActor | SystemActor,
  clientIds: string[],
): Promise<void> {
  for (const clientId of clientIds) await requireInReach(tx, by, clientId)
}

/**
 * Which members may put what an access opens into the hands of an address: with its switches off everyone who deals
 * with its clients, since it opens nothing that is not every member's. With one on, admins, and whoever sees at least
 * one matter that the switch opens and none that they do not see in their own right; whether it is hidden does not
 * count, for it may be shown again, nor what they see in a colleague's absence, for that ends. So nobody gives themselves, by an access in a client's name, sight of what colleagues keep to
 * themselves. Throws BeyondOwnSight.
 */
export async function requireSightOf(
  tx: Query,
  by: MemberActor | SystemActor,
  clientIds: string[],
  switches: Pick<Access, 'privateMatters' | 'teamMatters'>,
): Promise<void> {
  const seen = inSightOf(by, { lasting: true })
  const opened = [
    ...(switches.privateMatters ? (['private'] as const) : []),
    ...(switches.teamMatters ? (['team'] as const) : []),
  ]
  if (!seen || opened.length === 0) return
  const among = and(
    eq(matters.firmId, by.firmId),
    inArray(matters.visibility, opened),
    inArray(matters.id, sql`(${mattersOf(clientIds)})`),
  )
  const theirs = await tx
    .selectDistinct({ visibility: matters.visibility })
    .from(matters)
    .where(and(among, seen))
  const [unseen] = await tx
    .select({ id: matters.id })
    .from(matters)
    .where(and(among, sql`not ${seen}`))
    .limit(1)
  if (unseen || theirs.length < opened.length) throw new BeyondOwnSight()
}

/** Matters with one of the clients on our side, and their appeals and offshoots down any depth, whoever may see them. */
function mattersOf(clientIds: string[]): SQL {
  const ids = sql.join(
    clientIds.map((id) => sql`${id}`),
    sql`, `,
  )
  return sql`
    with recursive theirs(id) as (
      select i.matter_id from involvements i where i.client_id in (${ids}) and i.side = 'ours'
      union
      select c.id from theirs t join matters c on c.parent_id = t.id where c.relation in ('appeal', 'offshoot'))
    select id from theirs`
}
