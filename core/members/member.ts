import { and, count, eq, isNull, ne } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { LastAdmin, NotFound } from '../errors.ts'

export type Member = typeof members.$inferSelect

/** A member of the firm who has not left. Throws NotFound. */
export async function memberOf(tx: Query, firmId: string, memberId: string): Promise<Member> {
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.firmId, firmId), isNull(members.leftAt)))
  if (!member) throw new NotFound()
  return member
}

/** Throws LastAdmin where nobody else administers the firm. */
export async function requireAnotherAdmin(tx: Query, member: Member): Promise<void> {
  if (member.role !== 'admin') return
  const others = and(
    eq(members.firmId, member.firmId),
    eq(members.role, 'admin'),
    isNull(members.leftAt),
    ne(members.id, member.id),
  )
  const [found] = await tx
    .select({ number: count().as('number') })
    .from(members)
    .where(others)
  if (Number(found?.number ?? 0) === 0) throw new LastAdmin()
}
