import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { linkRequests, memberIdentities, members } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import { AlreadyDecided, AlreadyExists, NotAllowed, NotFound } from '../errors.ts'
import { firstTime } from '../first-time.ts'
import type { ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import type { MemberActor } from './actor.ts'
import { memberActing } from './member-acting.ts'
import { memberOf } from './member.ts'
import { reachable } from './members-to-tell.ts'
import { saveIdentity } from './save-identity.ts'

export type DecideLink = {
  by: MemberActor
  requestId: string
  decision: 'accepted' | 'refused'
  interaction?: string
}

/**
 * An admin says whether somebody in chat is the member they say they are. Accepted, they are, and are told so; every message
 * that asked says who decided. Throws NotAllowed, AlreadyDecided, NotFound (of a member who has left, too), and AlreadyExists when
 * they became somebody meanwhile, or somebody else in the workspace became that member.
 */
export async function decideLink(office: Office, wish: DecideLink): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await memberActing(tx, wish.by)
    if (by.role !== 'admin') throw new NotAllowed()
    const [found] = await tx
      .select({ request: linkRequests, decider: members.name })
      .from(linkRequests)
      .leftJoin(members, eq(members.id, linkRequests.decidedBy))
      .where(and(eq(linkRequests.id, wish.requestId), eq(linkRequests.firmId, by.firmId)))
    if (!found) throw new NotFound()
    const { request, decider } = found
    if (request.decision) throw new AlreadyDecided(decider ?? '', request.decision)
    const { firmId, memberId } = request
    const accepted = wish.decision === 'accepted'
    if (accepted) {
      await memberOf(tx, firmId, memberId)
      await requireNobodyYet(tx, request)
      await saveIdentity(office, tx, { firmId, memberId }, request)
    }
    await tx
      .update(linkRequests)
      .set({ decision: wish.decision, decidedAt: office.clock(), decidedBy: by.memberId })
      .where(eq(linkRequests.id, request.id))
    const { platform, tenant, userId } = request
    const welcome = (accepted ? await reachable(tx, firmId, [memberId]) : []).map((to): ChatTelling => ({
      channel: 'chat',
      notice: { kind: 'memberLinked', requestId: request.id },
      // Where they asked, and nowhere else they may be known.
      to: { ...to, locale: request.locale ?? to.locale, identities: [{ platform, tenant, userId }] },
      matterId: null,
      subjectId: request.id,
    }))
    await announce(office, tx, {
      kind: accepted ? 'memberLinked' : 'linkRefused',
      by,
      subjectId: memberId,
      facts: { platform, tenant, userId },
      tell: [...(await toldAgain(tx, firmId, request.id, 'linkAsked')), ...welcome],
    })
  })
  office.wake('outbox')
}

async function requireNobodyYet(tx: Tx, request: typeof linkRequests.$inferSelect) {
  const { memberId, platform, tenant } = request
  const [somebody] = await tx
    .select({ userId: memberIdentities.userId })
    .from(memberIdentities)
    .where(
      and(
        eq(memberIdentities.memberId, memberId),
        eq(memberIdentities.platform, platform),
        eq(memberIdentities.tenant, tenant),
      ),
    )
  if (somebody) throw new AlreadyExists(platform, `${tenant}:${somebody.userId}`)
}
