import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { firms, memberIdentities, members } from '#db/schema/firms.ts'
import { matters, responsibles } from '#db/schema/matters.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import type { MemberActor } from './actor.ts'
import { memberActing } from './member-acting.ts'
import type { Absence } from './set-absence.ts'

export type MemberListed = {
  memberId: string
  name: string
  email: string
  role: MemberActor['role']
  /** Open matters in their charge. */
  matters: number
  absence: (Absence & { delegate: string | null; isNow: boolean }) | null
  /** Some chat user is linked to them. */
  inChat: boolean
  wantsDigest: boolean
}

/** The firm's living members by name. */
export async function listMembers(office: Office, wish: { by: MemberActor }): Promise<MemberListed[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const rows = await tx
    .select({ member: members, timeZone: firms.timeZone })
    .from(members)
    .innerJoin(firms, eq(firms.id, members.firmId))
    .where(and(eq(members.firmId, by.firmId), isNull(members.leftAt)))
    .orderBy(asc(members.name), asc(members.id))
  const ids = rows.map((row) => row.member.id)
  const charges = await tx
    .select({ memberId: responsibles.memberId, number: count().as('number') })
    .from(responsibles)
    .innerJoin(matters, eq(matters.id, responsibles.matterId))
    .where(and(inArray(responsibles.memberId, ids), isNull(matters.closedAt)))
    .groupBy(responsibles.memberId)
  const linked = await tx
    .selectDistinct({ memberId: memberIdentities.memberId })
    .from(memberIdentities)
    .where(inArray(memberIdentities.memberId, ids))
  return rows.map(({ member, timeZone }) => ({
    memberId: member.id,
    name: member.name,
    email: member.email,
    role: member.role,
    matters: Number(charges.find((charge) => charge.memberId === member.id)?.number ?? 0),
    absence: absenceOf(member, dayOf(office.clock(), timeZone)),
    inChat: linked.some((one) => one.memberId === member.id),
    wantsDigest: member.digestOffAt === null,
  }))

  function absenceOf(
    { delegateId, absentFrom: from, absentUntil: until }: typeof members.$inferSelect,
    today: string,
  ): MemberListed['absence'] {
    if (from === null || (until !== null && until < today)) return null
    const delegate = rows.find((row) => row.member.id === delegateId)?.member.name ?? null
    return { delegateId, delegate, from, until, isNow: from <= today }
  }
}
