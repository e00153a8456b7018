import { and, eq, isNull } from 'drizzle-orm'
import { members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { saveIdentity, type ChatIdentity } from './save-identity.ts'

/** Whoever runs the server says who a member is in chat. Throws NotFound, and AlreadyExists for a chat user who is somebody. */
export async function linkMember(
  office: Office,
  wish: { memberId: string; identity: ChatIdentity },
): Promise<{ memberId: string }> {
  const { memberId, identity } = wish
  return write(office.db, async (tx) => {
    const [member] = await tx
      .select({ firmId: members.firmId })
      .from(members)
      .where(and(eq(members.id, memberId), isNull(members.leftAt)))
    if (!member) throw new NotFound()
    const { firmId } = member
    await saveIdentity(office, tx, { firmId, memberId }, identity)
    const by = { kind: 'system', firmId } as const
    await announce(office, tx, { kind: 'memberLinked', by, subjectId: memberId, facts: { ...identity } })
    return { memberId }
  })
}
