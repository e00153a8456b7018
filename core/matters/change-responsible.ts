import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { matters, responsibles } from '#db/schema/matters.ts'
import { NotAllowed, TextMissing } from '../errors.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberOf } from '../members/member.ts'
import { moveCharge } from '../members/move-charge.ts'
import type { Office } from '../office.ts'
import { inSightOf } from './find-matters.ts'
import type { Matter } from './matter-for.ts'
import { joinTeam } from './matter-team.ts'

/** Who shall answer for a matter besides, and who shall not any more. */
export type ResponsibleChange = { added: string[]; gone: string[] }

/**
 * Those added answer for the matter as it stands now, those gone do not, and whoever else does still does; what waited for whoever does
 * not any more goes to one who does. Whether anything changed. Members let go of their own charge alone, admins of anybody's, and whoever
 * sees the matter in a colleague's stead takes nobody in, for that ends. Throws NotAllowed, NotFound, NotInTeam, and TextMissing where
 * nobody would be left.
 */
export async function changeResponsible(
  office: Office,
  tx: Tx,
  by: MemberActor | SystemActor,
  matter: Matter,
  change: ResponsibleChange,
): Promise<boolean> {
  const rows = await tx
    .select({ memberId: responsibles.memberId })
    .from(responsibles)
    .where(eq(responsibles.matterId, matter.id))
  const before = rows.map((row) => row.memberId)
  const added = [...new Set(change.added)].filter((id) => !before.includes(id))
  const gone = before.filter((id) => change.gone.includes(id) && !change.added.includes(id))
  if (added.length === 0 && gone.length === 0) return false
  const [heirId] = [...added, ...before.filter((id) => !gone.includes(id))]
  if (heirId === undefined) throw new TextMissing('responsible')
  if (by.kind === 'member' && by.role !== 'admin' && gone.some((id) => id !== by.memberId))
    throw new NotAllowed()
  if (added.length > 0) await requireLastingSight(tx, by, matter)
  for (const id of added) await memberOf(tx, by.firmId, id)
  if (matter.teamId !== null) await joinTeam(tx, by, matter.teamId, added)
  const to = await memberOf(tx, by.firmId, heirId)
  for (const id of gone) {
    const from = await memberOf(tx, by.firmId, id)
    await moveCharge(office, tx, by, { from, to, handed: [matter] })
  }
  const since = office.clock()
  const others = added.map((memberId) => ({ firmId: by.firmId, matterId: matter.id, memberId, since }))
  if (others.length > 0) await tx.insert(responsibles).values(others).onConflictDoNothing()
  return true
}

async function requireLastingSight(tx: Tx, by: MemberActor | SystemActor, { id }: Matter): Promise<void> {
  const [seen] = await tx
    .select({ id: matters.id })
    .from(matters)
    .where(and(eq(matters.id, id), inSightOf(by, { lasting: true })))
  if (!seen) throw new NotAllowed()
}
