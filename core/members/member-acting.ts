import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { given, statement } from '#db/statement.ts'
import { NotAMember } from '../errors.ts'
import type { Actor, MemberActor, SystemActor } from './actor.ts'

/** The actor as they stand now: a member who has left, or whose role changed, acts as what they are, not as what they were. */
export async function memberActing(tx: Query, by: MemberActor): Promise<MemberActor>
export async function memberActing(tx: Query, by: Actor): Promise<MemberActor | SystemActor>
export async function memberActing(tx: Query, by: Actor): Promise<MemberActor | SystemActor> {
  if (by.kind === 'system') return by
  if (by.kind === 'client') throw new NotAMember()
  const [member] = await living(tx, { memberId: by.memberId, firmId: by.firmId })
  if (!member) throw new NotAMember()
  return { ...by, ...member }
}

const living = statement((tx) =>
  tx
    .select({ name: members.name, role: members.role })
    .from(members)
    .where(
      and(eq(members.id, given('memberId')), eq(members.firmId, given('firmId')), isNull(members.leftAt)),
    ),
)
