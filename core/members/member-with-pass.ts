import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { NotFound } from '../errors.ts'
import { memberInPass } from '../files/member-pass.ts'
import { firmOf } from '../firms/firm.ts'
import type { Office } from '../office.ts'
import type { MemberActor } from './actor.ts'

type Shown = { opens: 'file-pass' | 'mail-pass'; id: string; pass: string }

/** The member whose pass opens this, with the role they have now. Throws NotFound, also where they have left. */
export async function memberWithPass(
  office: Office,
  tx: Query,
  { opens, id, pass }: Shown,
): Promise<MemberActor> {
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.id, memberInPass(office, opens, id, pass) ?? ''), isNull(members.leftAt)))
  if (!member) throw new NotFound()
  const { id: memberId, firmId, name, role } = member
  const firm = await firmOf(tx, firmId)
  const locale = member.locale ?? firm.locale
  return { kind: 'member', firmId, memberId, name, role, locale, timeZone: firm.timeZone }
}
