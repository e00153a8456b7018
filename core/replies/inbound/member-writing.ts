import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { firms, members } from '#db/schema/firms.ts'
import { NotFound } from '../../errors.ts'
import { firmOf } from '../../firms/firm.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { Office } from '../../office.ts'
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

/**
 * Why the mail waits when a member of the firm sent it on: they are asked whose it is. `trusted`: the firm takes the word of
 * its own mail server for what nothing proves either way.
 */
export async function memberForwards(
  tx: Tx,
  firmId: string,
  mail: Proven,
  trusted: boolean,
): Promise<'from_member' | null> {
  const from = isProven(mail, trusted) ? senderOf(mail) : null
  return from && (await memberWriting(tx, firmId, from)) ? 'from_member' : null
}

/** The firms in which whoever sent the mail is a member, provably or, where a server of theirs stands before us, for all they trust. */
export async function firmsOfMember({ config }: Office, tx: Tx, mail: Proven): Promise<string[]> {
  const from = senderOf(mail)
  if (!from) return []
  const found = await tx
    .selectDistinct({ firmId: members.firmId, trustsSince: firms.trustsServerSince })
    .from(members)
    .innerJoin(firms, eq(firms.id, members.firmId))
    .where(and(eq(sql`lower(${members.email})`, from), isNull(members.leftAt)))
  const believed = found.filter(({ trustsSince }) =>
    isProven(mail, trustsSince !== null && !config.mailIn?.facesInternet),
  )
  return believed.map(({ firmId }) => firmId)
}

function isProven({ authentication: { verdict } }: Proven, trusted: boolean): boolean {
  return verdict === 'pass' || (verdict === 'none' && trusted)
}

function senderOf({ from, fromLines }: Proven): string | null {
  return fromLines === 1 && from.length === 1 ? (from[0]?.address ?? null) : null
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
