import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { emailAddress } from '../clients/email-address.ts'
import { NotAllowed } from '../errors.ts'
import { requireText } from '../field.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { linkedAs, linkPerson, type Linked } from './link-person.ts'
import { memberBehind, wayIn, type ChatPerson } from './way-in.ts'

/**
 * Who installed the app is the firm's first admin in chat: the member who has their address, else a new one. Saying so again changes
 * nothing. Gives back who they are. Throws NotAllowed when it is not, or no longer, theirs to be.
 */
export async function becomeFirstAdmin(office: Office, { person }: { person: ChatPerson }): Promise<Linked> {
  return write(office.db, async (tx) => {
    const already = await adminBehind(tx, person)
    if (already) return linkedAs(tx, already)
    const way = await wayIn(tx, person)
    if (way?.kind !== 'first_admin') throw new NotAllowed()
    const { firmId } = way
    const memberId = await adminOf(office, tx, firmId, person)
    return linkPerson(office, tx, { firmId, memberId }, person, 'first admin')
  })
}

async function adminBehind(tx: Tx, person: ChatPerson): Promise<string | null> {
  const known = await memberBehind(tx, person)
  const [member] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.id, known?.memberId ?? ''), eq(members.role, 'admin')))
  return member?.id ?? null
}

async function adminOf(office: Office, tx: Tx, firmId: string, person: ChatPerson): Promise<string> {
  const email = emailAddress(person.email ?? '')
  const [known] = await tx
    .select({ id: members.id, role: members.role, leftAt: members.leftAt })
    .from(members)
    .where(and(eq(members.firmId, firmId), eq(members.email, email)))
  if (known?.leftAt) throw new NotAllowed()
  if (known?.role === 'admin') return known.id
  if (known) {
    await tx.update(members).set({ role: 'admin' }).where(eq(members.id, known.id))
    await announce(office, tx, {
      kind: 'memberRoleChanged',
      by: { kind: 'system', firmId },
      subjectId: known.id,
      facts: { from: known.role, to: 'admin' },
    })
    return known.id
  }
  const now = office.clock()
  const memberId = newId(now)
  const name = requireText('name', person.name, 200)
  await tx.insert(members).values({ id: memberId, firmId, name, email, role: 'admin', createdAt: now })
  await announce(office, tx, {
    kind: 'memberAdded',
    by: { kind: 'system', firmId },
    subjectId: memberId,
  })
  return memberId
}
