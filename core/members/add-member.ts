import { and, eq } from 'drizzle-orm'
import { memberIdentities, members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { emailAddress } from '../clients/email-address.ts'
import { AlreadyExists } from '../errors.ts'
import { requireText } from '../field.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import type { MemberActor, SystemActor } from './actor.ts'

export type AddMember = {
  by: MemberActor | SystemActor
  name: string
  email: string
  role: 'admin' | 'lawyer' | 'assistant'
  identities?: { platform: 'slack' | 'teams'; tenant: string; userId: string }[]
}

/** Takes somebody into the firm's team; afterwards their chat user may act. */
export async function addMember(office: Office, wish: AddMember): Promise<{ memberId: string }> {
  const now = office.clock()
  const email = emailAddress(wish.email)
  const name = requireText('name', wish.name, 200)
  return write(office.db, async (tx) => {
    const { firmId } = wish.by
    const [taken] = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.firmId, firmId), eq(members.email, email)))
    if (taken) throw new AlreadyExists('email', email)
    const memberId = newId(now)
    await tx.insert(members).values({ id: memberId, firmId, name, email, role: wish.role, createdAt: now })
    for (const identity of wish.identities ?? []) {
      const added = await tx
        .insert(memberIdentities)
        .values({ id: newId(now), firmId, memberId, ...identity, createdAt: now })
        .onConflictDoNothing()
        .returning({ id: memberIdentities.id })
      if (added.length === 0)
        throw new AlreadyExists(identity.platform, `${identity.tenant}:${identity.userId}`)
    }
    await announce(office, tx, { kind: 'memberAdded', by: wish.by, subjectId: memberId })
    return { memberId }
  })
}
