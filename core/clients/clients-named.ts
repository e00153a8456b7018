import { and, eq, inArray } from 'drizzle-orm'
import { clients } from '#db/schema/clients.ts'
import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { clientsInReach } from './clients-in-reach.ts'
import type { ClientFound } from './find-clients.ts'

/** Those of these clients whom the member deals with, in the order in which they are named. */
export async function clientsNamed(
  office: Office,
  wish: { by: MemberActor; clientIds: string[] },
): Promise<ClientFound[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  if (wish.clientIds.length === 0) return []
  const found = await tx
    .select({ id: clients.id, name: clients.name, taxId: clients.taxId, email: clients.email })
    .from(clients)
    .where(and(eq(clients.firmId, by.firmId), inArray(clients.id, wish.clientIds), clientsInReach(by)))
  return wish.clientIds.flatMap((id) => found.find((client) => client.id === id) ?? [])
}
