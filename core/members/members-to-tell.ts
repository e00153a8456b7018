import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { firms, memberIdentities, members, teamMembers } from '#db/schema/firms.ts'
import { matters, responsibles } from '#db/schema/matters.ts'
import { among, given, givenList, statement } from '#db/statement.ts'
import { firmOf } from '../firms/firm.ts'
import type { MemberToTell } from '../notices.ts'
import { dayOf } from '../words/format.ts'

/**
 * Who is told in chat about a matter: its responsible members, and the delegates of those absent on the
 * firm's day; where none of them can be reached or sees it, or there is no matter, the admins.
 */
export async function membersToTell(
  tx: Query,
  firmId: string,
  matterId: string | null,
  now: Date,
): Promise<MemberToTell[]> {
  if (matterId) {
    const [responsible, [matter]] = await Promise.all([
      responsibleIds(tx, firmId, [matterId], now),
      teamOf(tx, { matterId }),
    ])
    const seeing =
      matter?.visibility === 'team' ? await thoseInTeam(tx, matter.teamId, responsible) : responsible
    const told = await reachable(tx, firmId, seeing)
    if (told.length > 0) return told
  }
  return reachable(tx, firmId, await adminIds(tx, firmId))
}

// Of a team's matter its responsible members and their delegates see nothing unless they are in the team, or admins.
async function thoseInTeam(tx: Query, teamId: string | null, ids: string[]): Promise<string[]> {
  const inTeam = tx
    .select({ id: teamMembers.memberId })
    .from(teamMembers)
    .where(eq(teamMembers.teamId, teamId ?? ''))
  const seeing = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(inArray(members.id, ids), or(eq(members.role, 'admin'), inArray(members.id, inTeam))))
  return seeing.map((member) => member.id)
}

const teamOf = statement((tx) =>
  tx
    .select({ visibility: matters.visibility, teamId: matters.teamId })
    .from(matters)
    .where(eq(matters.id, given('matterId'))),
)

/** The responsible members of any of the matters, and the delegates of those absent on the firm's day. */
export async function responsibleIds(
  tx: Query,
  firmId: string,
  matterIds: string[],
  now: Date,
): Promise<string[]> {
  if (matterIds.length === 0) return []
  const [responsible, { timeZone }] = await Promise.all([
    responsibleFor(tx, { matterIds }),
    firmOf(tx, firmId),
  ])
  const today = dayOf(now, timeZone)
  const ids = new Set<string>()
  for (const member of responsible) {
    ids.add(member.id)
    const absent =
      member.from !== null && member.from <= today && (member.until === null || today <= member.until)
    if (absent && member.delegateId) ids.add(member.delegateId)
  }
  return [...ids]
}

const responsibleFor = statement((tx) =>
  tx
    .select({
      id: members.id,
      delegateId: members.delegateId,
      from: members.absentFrom,
      until: members.absentUntil,
    })
    .from(responsibles)
    .innerJoin(members, eq(members.id, responsibles.memberId))
    .where(among(responsibles.matterId, givenList('matterIds'))),
)

async function adminIds(tx: Query, firmId: string): Promise<string[]> {
  const admins = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.firmId, firmId), eq(members.role, 'admin')))
  return admins.map((admin) => admin.id)
}

/** The living members among `ids` that have a chat identity. */
export async function reachable(tx: Query, firmId: string, ids: string[]): Promise<MemberToTell[]> {
  if (ids.length === 0) return []
  const rows = await identitiesOf(tx, { firmId, ids })
  const told = new Map<string, MemberToTell>()
  for (const { memberId, locale, firmLocale, ...identity } of rows) {
    const member = told.get(memberId) ?? { memberId, locale: locale ?? firmLocale, identities: [] }
    member.identities.push(identity)
    told.set(memberId, member)
  }
  return [...told.values()]
}

const identitiesOf = statement((tx) =>
  tx
    .select({
      memberId: members.id,
      locale: members.locale,
      firmLocale: firms.locale,
      platform: memberIdentities.platform,
      tenant: memberIdentities.tenant,
      userId: memberIdentities.userId,
    })
    .from(members)
    .innerJoin(firms, eq(firms.id, members.firmId))
    .innerJoin(memberIdentities, eq(memberIdentities.memberId, members.id))
    .where(
      and(eq(members.firmId, given('firmId')), among(members.id, givenList('ids')), isNull(members.leftAt)),
    )
    .orderBy(members.id),
)
