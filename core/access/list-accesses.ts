import { and, asc, eq, isNull } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { entryKindsOf, type EntryKind } from './access.ts'

export type AccessListed = {
  accessId: string
  clientId: string
  kind: 'account' | 'link'
  name: string
  email: string
  sees: EntryKind[]
  privateMatters: boolean
  teamMatters: boolean
  state: 'not_invited' | 'invited' | 'entered'
  lastSeenAt: Date | null
}

/** The firm's living accesses, or those of one client, by name. */
export async function listAccesses(
  office: Office,
  wish: { by: MemberActor | SystemActor; clientId?: string },
): Promise<AccessListed[]> {
  const by = await memberActing(office.db.read, wish.by)
  const rows = await office.db.read
    .select()
    .from(accesses)
    .where(
      and(
        eq(accesses.firmId, by.firmId),
        isNull(accesses.removedAt),
        wish.clientId === undefined ? undefined : eq(accesses.clientId, wish.clientId),
      ),
    )
    .orderBy(asc(accesses.name), asc(accesses.id))
  return rows.map((access) => ({
    accessId: access.id,
    clientId: access.clientId,
    kind: access.kind,
    name: access.name,
    email: access.email,
    sees: entryKindsOf(access),
    privateMatters: access.privateMatters,
    teamMatters: access.teamMatters,
    state: access.enteredAt ? 'entered' : access.invitedAt ? 'invited' : 'not_invited',
    lastSeenAt: access.lastSeenAt,
  }))
}
