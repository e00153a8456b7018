import { eq } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { firms, members } from '#db/schema/firms.ts'
import { announce } from '../announce.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { saveIdentity } from './save-identity.ts'
import type { ChatPerson } from './way-in.ts'

/** Who somebody is now that they are linked. */
export type Linked = { name: string; firm: string }

/** The member and their firm, by name. Throws NotFound. */
export async function linkedAs(tx: Query, memberId: string): Promise<Linked> {
  const [linked] = await tx
    .select({ name: members.name, firm: firms.name })
    .from(members)
    .innerJoin(firms, eq(firms.id, members.firmId))
    .where(eq(members.id, memberId))
  if (!linked) throw new NotFound()
  return linked
}

/** The chat user is this member from now on, by their own word: `as` says what gave it weight. */
export async function linkPerson(
  office: Office,
  tx: Tx,
  member: { firmId: string; memberId: string },
  person: ChatPerson,
  as: 'themselves' | 'first admin',
): Promise<Linked> {
  const { platform, tenant, userId } = person
  await saveIdentity(office, tx, member, person)
  await announce(office, tx, {
    kind: 'memberLinked',
    by: { kind: 'system', firmId: member.firmId },
    subjectId: member.memberId,
    facts: { platform, tenant, userId, by: as },
  })
  return linkedAs(tx, member.memberId)
}
