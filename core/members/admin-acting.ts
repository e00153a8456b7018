import type { Query } from '#db/database.ts'
import { NotAllowed } from '../errors.ts'
import type { MemberActor, SystemActor } from './actor.ts'
import { memberActing } from './member-acting.ts'

/** The actor as they stand now, when they administer the firm. Throws NotAllowed, and NotAMember. */
export async function adminActing(
  tx: Query,
  by: MemberActor | SystemActor,
): Promise<MemberActor | SystemActor> {
  const acting = await memberActing(tx, by)
  if (acting.kind === 'member' && acting.role !== 'admin') throw new NotAllowed()
  return acting
}
