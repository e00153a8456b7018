import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { NotFound } from '../../errors.ts'
import { firmOf } from '../../firms/firm.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { IncomingMail } from './incoming-mail.ts'

type Member = typeof members.$inferSelect
type Proven = Pick<IncomingMail, 'from' | 'fromLines' | 'authentication'>

/** The firm's member who has that address, or null. */
export async function memberWriting(tx: Tx, firmId: string, email: string | null): Promise<Member | null> {
  const [member] = await tx
    .select()
    .from(members)
    .where(
      and(eq(members.firmId, firmId), eq(sql`lower(${members.email})`, email ?? ''), isNull(members.leftAt)),
    )
  return member ?? null
}

/** Why the mail waits when a member of the firm, and provably they, sent it on: they are asked whose it is. */
export async function memberForwards(tx: Tx, firmId: string, mail: Proven): Promise<'from_member' | null> {
  const from = provenSender(mail)
  return from && (await memberWriting(tx, firmId, from)) ? 'from_member' : null
}

/** The firms in which whoever provably sent the mail is a member. */
export async function firmsOfMember(tx: Tx, mail: Proven): Promise<string[]> {
  const from = provenSender(mail)
  if (!from) return []
  const found = await tx
    .selectDistinct({ firmId: members.firmId })
    .from(members)
    .where(and(eq(sql`lower(${members.email})`, from), isNull(members.leftAt)))
  return found.map(({ firmId }) => firmId)
}

function provenSender({ from, fromLines, authentication }: Proven): string | null {
  if (authentication.verdict !== 'pass' || fromLines !== 1 || from.length !== 1) return null
  return from[0]?.address ?? null
}

/** Whether the member may work on that matter; without one, always. */
export async function mayDecide(tx: Tx, member: Member, matterId: string | null): Promise<boolean> {
  if (matterId === null) return true
  const firm = await firmOf(tx, member.firmId)
  const { id: memberId, firmId, name, role } = member
  const by = {
    kind: 'member' as const,
    firmId,
    memberId,
    name,
    role,
    locale: firm.locale,
    timeZone: firm.timeZone,
  }
  try {
    await matterFor(tx, by, matterId)
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}
