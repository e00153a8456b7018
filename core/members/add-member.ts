import { and, eq } from 'drizzle-orm'
import { members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { emailAddress } from '../clients/email-address.ts'
import { AlreadyExists } from '../errors.ts'
import { requireText } from '../field.ts'
import { firstTime } from '../first-time.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import type { MemberActor, SystemActor } from './actor.ts'
import { adminActing } from './admin-acting.ts'
import { saveIdentity, type ChatIdentity } from './save-identity.ts'

export type AddMember = {
  by: MemberActor | SystemActor
  name: string
  email: string
  role: 'admin' | 'lawyer' | 'assistant'
  interaction?: string
  identities?: ChatIdentity[]
}

/**
 * Takes somebody into the firm's team; afterwards their chat user may act. Who had left returns as who they were, with their
 * history. Throws NotAllowed for members who are no admins, and AlreadyExists for an address somebody has.
 */
export async function addMember(office: Office, wish: AddMember): Promise<{ memberId: string }> {
  const now = office.clock()
  const email = emailAddress(wish.email)
  const name = requireText('name', wish.name, 200)
  return write(office.db, async (tx) => {
    const by = await adminActing(tx, wish.by)
    const { firmId } = by
    const [known] = await tx
      .select({ id: members.id, leftAt: members.leftAt })
      .from(members)
      .where(and(eq(members.firmId, firmId), eq(members.email, email)))
    const isRepeat = !(await firstTime(office, tx, firmId, wish.interaction))
    if (known && !known.leftAt) {
      if (isRepeat) return { memberId: known.id }
      throw new AlreadyExists('email', email)
    }
    const memberId = known?.id ?? newId(now)
    const who = { name, role: wish.role }
    if (known)
      await tx
        .update(members)
        .set({ ...who, leftAt: null })
        .where(eq(members.id, memberId))
    else await tx.insert(members).values({ id: memberId, firmId, email, ...who, createdAt: now })
    for (const identity of wish.identities ?? []) {
      await saveIdentity(office, tx, { firmId, memberId }, identity)
    }
    await announce(office, tx, { kind: known ? 'memberReturned' : 'memberAdded', by, subjectId: memberId })
    return { memberId }
  })
}
