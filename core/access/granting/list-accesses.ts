import { and, asc, eq, isNull } from 'drizzle-orm'
import { accessExtensions, accesses } from '#db/schema/access.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { entryKindsOf, type EntryKind } from '../access.ts'

export type AccessListed = {
  accessId: string
  clientId: string
  /** Further clients it was extended to. */
  alsoFor: string[]
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
  const further = await extensionsOf(office, by.firmId)
  return rows.map((access) => ({
    accessId: access.id,
    clientId: access.clientId,
    alsoFor: further.get(access.id) ?? [],
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

async function extensionsOf(office: Office, firmId: string): Promise<Map<string, string[]>> {
  const further = new Map<string, string[]>()
  const rows = await office.db.read.select().from(accessExtensions).where(eq(accessExtensions.firmId, firmId))
  for (const { accessId, clientId } of rows)
    further.set(accessId, [...(further.get(accessId) ?? []), clientId])
  return further
}
