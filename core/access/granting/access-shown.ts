import { asc, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accessExtensions } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { categories, entryKindsOf, type Access, type Category } from '../access.ts'
import { accessFor } from '../access-for.ts'

/** An access as a member sees it in a list. */
export type AccessShown = {
  accessId: string
  kind: Access['kind']
  name: string
  email: string
  /** Whom it stands for: the client it was made for first, then those it was extended to. */
  clients: { clientId: string; name: string }[]
  can: Category[]
  privateMatters: boolean
  teamMatters: boolean
  state: 'not_invited' | 'invited' | 'entered'
  invitedAt: Date | null
  lastSeenAt: Date | null
}

/** One access the member may handle, as it stands. Throws NotFound. */
export async function accessShown(
  office: Office,
  wish: { by: MemberActor; accessId: string },
): Promise<AccessShown> {
  const tx = office.db.read
  const { access } = await accessFor(tx, wish.by, wish.accessId)
  const [shown] = await shownAccesses(tx, [access])
  if (!shown) throw new Error('an access was not shown')
  return shown
}

/** The same for rows that were found already, in their order. */
export async function shownAccesses(tx: Query, rows: Access[]): Promise<AccessShown[]> {
  if (rows.length === 0) return []
  const accessIds = rows.map((access) => access.id)
  const further = await tx
    .select({ accessId: accessExtensions.accessId, clientId: accessExtensions.clientId })
    .from(accessExtensions)
    .where(inArray(accessExtensions.accessId, accessIds))
    .orderBy(asc(accessExtensions.createdAt), asc(accessExtensions.clientId))
  const behind = [...rows.map((access) => access.clientId), ...further.map((row) => row.clientId)]
  const named = await tx
    .select({ clientId: clients.id, name: clients.name })
    .from(clients)
    .where(inArray(clients.id, [...new Set(behind)]))
  return rows.map((access) => {
    const ids = [
      access.clientId,
      ...further.filter((row) => row.accessId === access.id).map((row) => row.clientId),
    ]
    return {
      accessId: access.id,
      kind: access.kind,
      name: access.name,
      email: access.email,
      clients: ids.flatMap((id) => named.filter((client) => client.clientId === id)),
      can: categoriesOf(access),
      privateMatters: access.privateMatters,
      teamMatters: access.teamMatters,
      state: access.enteredAt ? 'entered' : access.invitedAt ? 'invited' : 'not_invited',
      invitedAt: access.invitedAt,
      lastSeenAt: access.lastSeenAt,
    }
  })
}

/** The switches that are on. */
function categoriesOf(access: Access): Category[] {
  const kinds = entryKindsOf(access)
  return allCategories.filter((category) => kinds.includes(categories[category]))
}

/** The five switches, in the order they are shown in. */
export const allCategories: readonly Category[] = [
  'court-movements',
  'manual-movements',
  'tasks',
  'publications',
  'documents',
]
