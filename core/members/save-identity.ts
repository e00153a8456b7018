import type { Tx } from '#db/database.ts'
import { memberIdentities } from '#db/schema/firms.ts'
import { AlreadyExists } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'

export type ChatIdentity = { platform: 'slack' | 'teams'; tenant: string; userId: string }

/** The chat user is this member from now on. Throws AlreadyExists when they are somebody already. */
export async function saveIdentity(
  office: Office,
  tx: Tx,
  member: { firmId: string; memberId: string },
  { platform, tenant, userId }: ChatIdentity,
): Promise<void> {
  const now = office.clock()
  const added = await tx
    .insert(memberIdentities)
    .values({ id: newId(now), ...member, platform, tenant, userId, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: memberIdentities.id })
  if (added.length === 0) throw new AlreadyExists(platform, `${tenant}:${userId}`)
}
