import { and, eq } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { clientOf } from '../clients/client.ts'
import { emailAddress } from '../clients/email-address.ts'
import { AddressTaken } from '../errors.ts'
import { requireText } from '../field.ts'
import { newId } from '../ids.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { switchesOf, usualCategories, type Category } from './access.ts'

export type AddAccess = {
  by: MemberActor | SystemActor
  clientId: string
  kind: 'account' | 'link'
  email: string
  /** Whose access it is; the client's name, unless said. */
  name?: string
  can?: Category[]
  privateMatters?: boolean
  teamMatters?: boolean
}

/** The client has a way into the portal, of which nobody is told before they are invited. Throws AddressTaken. */
export async function addAccess(office: Office, wish: AddAccess): Promise<{ accessId: string }> {
  const now = office.clock()
  const email = emailAddress(wish.email)
  return write(office.db, async (tx) => {
    const by = await memberActing(tx, wish.by)
    const client = await clientOf(tx, by.firmId, wish.clientId)
    const [taken] = await tx
      .select({ id: accesses.id })
      .from(accesses)
      .where(and(eq(accesses.firmId, by.firmId), eq(accesses.livingEmail, email)))
    if (taken) throw new AddressTaken()
    const accessId = newId(now)
    await tx.insert(accesses).values({
      id: accessId,
      firmId: by.firmId,
      clientId: client.id,
      kind: wish.kind,
      name: requireText('name', wish.name ?? client.name, 200),
      email: wish.email.trim(),
      livingEmail: email,
      ...switchesOf(wish.can ?? usualCategories),
      privateMatters: wish.privateMatters ?? false,
      teamMatters: wish.teamMatters ?? false,
      linkVersion: 1,
      createdAt: now,
    })
    await announce(office, tx, { kind: 'accessAdded', by, clientId: client.id, subjectId: accessId })
    return { accessId }
  })
}
