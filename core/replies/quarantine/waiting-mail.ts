import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import { AlreadyDecided, NotFound } from '../../errors.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Inbound } from '../receive-reply.ts'
import { isTheirs } from './unmatched.ts'

/** A mail that waits for a decision the member may take, as they stand now. Throws NotFound, and AlreadyDecided where somebody was faster. */
export async function waitingMail(tx: Query, by: MemberActor, inboundId: string): Promise<Inbound> {
  const [inbound] = await tx
    .select()
    .from(inboundMessages)
    .where(and(eq(inboundMessages.id, inboundId), eq(inboundMessages.firmId, by.firmId)))
  if (!inbound) throw new NotFound()
  if (inbound.matterId) await matterFor(tx, by, inbound.matterId)
  else if (!(await isTheirs(tx, by, inbound))) throw new NotFound()
  if (inbound.state === 'quarantined' || inbound.state === 'unmatched' || inbound.state === 'unreadable')
    return inbound
  const [member] = await tx
    .select({ name: members.name })
    .from(members)
    .where(eq(members.id, inbound.decidedBy ?? ''))
  throw new AlreadyDecided(member?.name ?? '', inbound.decision ?? inbound.state)
}
