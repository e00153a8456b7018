import { and, eq, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members, teamMembers } from '#db/schema/firms.ts'
import { matters, responsibles } from '#db/schema/matters.ts'
import { NotFound } from '../errors.ts'
import type { Actor, MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'

export type Matter = typeof matters.$inferSelect

/**
 * The matter, when the actor may work on it as they stand now; hidden matters are only hidden from clients.
 * Throws NotFound both for what does not exist and for what is not theirs, and NotAMember.
 */
export async function matterFor(tx: Query, by: Actor, matterId: string): Promise<Matter> {
  const actor = await memberActing(tx, by)
  const [matter] = await tx
    .select()
    .from(matters)
    .where(and(eq(matters.id, matterId), eq(matters.firmId, actor.firmId)))
  if (!matter) throw new NotFound()
  if (actor.kind === 'member' && !(await maySee(tx, actor, matter))) throw new NotFound()
  return matter
}

/**
 * The rule of `visibility` for members: `firm` everyone, `private` its responsible members and, on the days of an
 * absence, their delegates, `team` its team; admins all.
 */
export async function maySee(
  tx: Query,
  member: MemberActor,
  matter: Pick<Matter, 'id' | 'visibility' | 'teamId'>,
): Promise<boolean> {
  if (member.role === 'admin' || matter.visibility === 'firm') return true
  if (matter.visibility === 'private') {
    const [row] = await tx
      .select({ id: responsibles.memberId })
      .from(responsibles)
      .innerJoin(members, eq(members.id, responsibles.memberId))
      .where(
        and(
          eq(responsibles.matterId, matter.id),
          or(eq(responsibles.memberId, member.memberId), eq(members.standInId, member.memberId)),
        ),
      )
    return row !== undefined
  }
  if (!matter.teamId) return false
  const [row] = await tx
    .select({ id: teamMembers.memberId })
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, matter.teamId), eq(teamMembers.memberId, member.memberId)))
  return row !== undefined
}
