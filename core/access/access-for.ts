import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { NotFound } from '../errors.ts'
import type { Actor, MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Access } from './access.ts'
import { clientsBehind } from './clients-behind.ts'
import { requireReachOf } from './rights-over.ts'

/** A living access of the actor's firm that they may handle, with the actor as they stand now. Throws NotFound. */
export async function accessFor(
  tx: Query,
  wishedBy: Actor,
  accessId: string,
): Promise<{ by: MemberActor | SystemActor; access: Access }> {
  const by = await memberActing(tx, wishedBy)
  const [access] = await tx
    .select()
    .from(accesses)
    .where(and(eq(accesses.id, accessId), eq(accesses.firmId, by.firmId), isNull(accesses.removedAt)))
  if (!access) throw new NotFound()
  await requireReachOf(tx, by, (await clientsBehind(tx, access)).ids)
  return { by, access }
}
