import { and, asc, eq, inArray } from 'drizzle-orm'
import { teamMembers, teams } from '#db/schema/firms.ts'
import type { Office } from '../office.ts'
import type { MemberActor } from './actor.ts'
import { memberActing } from './member-acting.ts'

export type TeamListed = { teamId: string; name: string }

/** The teams whose matters the member sees, by name: theirs, or for an admin all. */
export async function teamsOf(office: Office, wish: { by: MemberActor }): Promise<TeamListed[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const theirs = tx
    .select({ id: teamMembers.teamId })
    .from(teamMembers)
    .where(eq(teamMembers.memberId, by.memberId))
  return tx
    .select({ teamId: teams.id, name: teams.name })
    .from(teams)
    .where(and(eq(teams.firmId, by.firmId), by.role === 'admin' ? undefined : inArray(teams.id, theirs)))
    .orderBy(asc(teams.name), asc(teams.id))
}
