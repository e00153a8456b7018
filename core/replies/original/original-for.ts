import { and, eq, ne } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { requireInReach, seesAllMattersOf } from '../../clients/clients-in-reach.ts'
import { NotFound } from '../../errors.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberWithPass } from '../../members/member-with-pass.ts'
import type { Office } from '../../office.ts'
import { isOfClient, isTheirs } from '../quarantine/unmatched.ts'
import type { Inbound } from '../receive-reply.ts'

export type OriginalInHand = { inbound: Inbound; by: MemberActor }

/**
 * The mail that a member opens by the pass in a chat message, with the rights they have now: to its matter; without one, to
 * all those of its client; of nobody's mail, whoever is asked about it: the admins, who deals with every client whose address it comes
 * from, or the member who sent it on. Throws NotFound.
 */
export async function originalFor(office: Office, inboundId: string, pass: string): Promise<OriginalInHand> {
  const tx = office.db.read
  const by = await memberWithPass(office, tx, { opens: 'mail-pass', id: inboundId, pass })
  const [inbound] = await tx
    .select()
    .from(inboundMessages)
    .where(
      and(
        eq(inboundMessages.id, inboundId),
        eq(inboundMessages.firmId, by.firmId),
        ne(inboundMessages.state, 'stored'),
      ),
    )
  if (!inbound) throw new NotFound()
  if (inbound.matterId) await matterFor(tx, by, inbound.matterId)
  else if (inbound.clientId) await requireAll(tx, by, inbound.clientId)
  else if (by.role !== 'admin' && !(await isAsked(tx, by, inbound))) throw new NotFound()
  return { inbound, by }
}

// An answer to reminders of several matters quotes what they said of each.
async function requireAll(tx: Query, by: MemberActor, clientId: string): Promise<void> {
  await requireInReach(tx, by, clientId)
  if (!(await seesAllMattersOf(tx, by, clientId))) throw new NotFound()
}

async function isAsked(tx: Query, by: MemberActor, inbound: Inbound): Promise<boolean> {
  if (isOfClient(inbound)) return isTheirs(tx, by, inbound)
  if (inbound.quarantineReason !== 'from_member') return false
  const [member] = await tx.select({ email: members.email }).from(members).where(eq(members.id, by.memberId))
  return member !== undefined && member.email.toLowerCase() === inbound.fromAddress
}
