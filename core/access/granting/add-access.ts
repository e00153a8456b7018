import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { clientOf } from '../../clients/client.ts'
import { emailAddress } from '../../clients/email-address.ts'
import { NotFound } from '../../errors.ts'
import { requireText } from '../../field.ts'
import { firstTime } from '../../first-time.ts'
import { newId } from '../../ids.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { switchesOf, usualCategories, type Category } from '../access.ts'
import { requireFree } from './address-free.ts'
import { requireReachOf, requireSightOf } from '../rights-over.ts'

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
  interaction?: string
}

/** The client has a way into the portal, of which nobody is told before they are invited. Throws AddressTaken, BeyondOwnSight. */
export async function addAccess(office: Office, wish: AddAccess): Promise<{ accessId: string }> {
  const now = office.clock()
  const email = emailAddress(wish.email)
  return write(office.db, async (tx) => {
    const by = await memberActing(tx, wish.by)
    if (!(await firstTime(office, tx, by.firmId, wish.interaction))) return addedBefore(tx, by.firmId, email)
    const client = await clientOf(tx, by.firmId, wish.clientId)
    const switches = { privateMatters: wish.privateMatters ?? false, teamMatters: wish.teamMatters ?? false }
    await requireReachOf(tx, by, [client.id])
    await requireSightOf(tx, by, [client.id], switches)
    await requireFree(tx, by.firmId, email)
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
      ...switches,
      linkVersion: 1,
      createdAt: now,
    })
    await announce(office, tx, { kind: 'accessAdded', by, clientId: client.id, subjectId: accessId })
    return { accessId }
  })
}

async function addedBefore(tx: Query, firmId: string, email: string): Promise<{ accessId: string }> {
  const [added] = await tx
    .select({ accessId: accesses.id })
    .from(accesses)
    .where(and(eq(accesses.firmId, firmId), eq(accesses.livingEmail, email)))
  if (!added) throw new NotFound()
  return added
}
