import { and, eq, inArray } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { members, teamMembers, teams } from '#db/schema/firms.ts'
import { NotFound, NotInTeam } from '../errors.ts'
import { requireText } from '../field.ts'
import { newId } from '../ids.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'

type Acting = MemberActor | SystemActor

type WhichTeam = { team?: string; teamId?: string }

/** Whether the member decides who is in a team. */
const isOverTeams = (by: Acting) => by.kind === 'system' || by.role === 'admin'

/**
 * The id of the team that shall see a matter, with those who answer for it in it; null where none is meant. Admins may name one that is
 * not there yet, and take people in; to others a team that is not theirs does not exist, and somebody who is not in it throws NotInTeam.
 */
export async function teamFor(
  office: Office,
  tx: Tx,
  by: Acting,
  { team, teamId }: WhichTeam,
  responsible: string[],
): Promise<string | null> {
  if (team === undefined && teamId === undefined) return null
  const name = team === undefined ? null : requireText('team', team, 100)
  const [known] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(
      and(eq(teams.firmId, by.firmId), name === null ? eq(teams.id, teamId ?? '') : eq(teams.name, name)),
    )
  if (!known && (name === null || !isOverTeams(by))) throw new NotFound()
  const id = known?.id ?? newId(office.clock())
  if (by.kind === 'member' && !isOverTeams(by)) await requireTeam(tx, by, id)
  if (!known && name !== null)
    await tx.insert(teams).values({ id, firmId: by.firmId, name, createdAt: office.clock() })
  await joinTeam(tx, by, id, responsible)
  return id
}

/** Those named are in the team: admins take them in, for others that throws NotInTeam, unless it is an admin, who sees it anyhow. */
export async function joinTeam(tx: Tx, by: Acting, teamId: string, memberIds: string[]): Promise<void> {
  if (memberIds.length === 0) return
  if (isOverTeams(by)) {
    const rows = memberIds.map((memberId) => ({ firmId: by.firmId, teamId, memberId }))
    await tx.insert(teamMembers).values(rows).onConflictDoNothing()
    return
  }
  const named = await tx.select().from(members).where(inArray(members.id, memberIds))
  const within = await membersOf(tx, teamId)
  const outside = named.find((member) => member.role !== 'admin' && !within.has(member.id))
  if (outside) throw new NotInTeam(outside.name)
}

async function requireTeam(tx: Query, by: MemberActor, teamId: string) {
  if (!(await membersOf(tx, teamId)).has(by.memberId)) throw new NotFound()
}

async function membersOf(tx: Query, teamId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ memberId: teamMembers.memberId })
    .from(teamMembers)
    .where(eq(teamMembers.teamId, teamId))
  return new Set(rows.map((row) => row.memberId))
}
