import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses, previews } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { members } from '#db/schema/firms.ts'
import { clientOf } from '../../clients/client.ts'
import { clientsInReach } from '../../clients/clients-in-reach.ts'
import { firmOf } from '../../firms/firm.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { switchesOf, usualCategories, type Access } from '../access.ts'
import { clientsBehind } from '../clients-behind.ts'
import { sessionOf, type ClientSession } from '../session/client-session.ts'

type Preview = typeof previews.$inferSelect

/** What a member who looks through a client's eyes sees; null when the look is over, or either of them has left. */
export async function previewSession(
  office: Office,
  tx: Query,
  sessionId: string,
): Promise<ClientSession | null> {
  const [found] = await tx
    .select({ preview: previews, member: members })
    .from(previews)
    .innerJoin(members, eq(members.id, previews.memberId))
    .where(
      and(
        eq(previews.id, sessionId),
        isNotNull(previews.enteredAt),
        gt(previews.expiresAt, office.clock()),
        isNull(members.leftAt),
      ),
    )
  if (!found) return null
  const { preview, member } = found
  const access = await lookedThrough(tx, preview)
  if (!access) return null
  const firm = await firmOf(tx, preview.firmId)
  const borrowedBy: MemberActor = {
    kind: 'member',
    firmId: member.firmId,
    memberId: member.id,
    name: member.name,
    role: member.role,
    locale: member.locale ?? firm.locale,
    timeZone: firm.timeZone,
  }
  const session = sessionOf(access, firm, await clientsBehind(tx, access), {
    sessionId,
    provenAt: preview.createdAt,
    borrowedBy,
  })
  if (!session || !(await dealsWith(tx, borrowedBy, session.personIds))) return null
  return { ...session, accessId: preview.accessId }
}

// The right to look may have ended since the look began.
async function dealsWith(tx: Query, by: MemberActor, clientIds: string[]): Promise<boolean> {
  const theirs = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(inArray(clients.id, clientIds), clientsInReach(by)))
  return theirs.length === clientIds.length
}

/** The access looked through; for a client without one, what the usual one would be. Null once it was removed. */
export async function lookedThrough(tx: Query, preview: Preview): Promise<Access | null> {
  if (preview.accessId) {
    const [access] = await tx
      .select()
      .from(accesses)
      .where(and(eq(accesses.id, preview.accessId), isNull(accesses.removedAt)))
    return access ?? null
  }
  const client = await clientOf(tx, preview.firmId, preview.clientId)
  return {
    id: '',
    firmId: client.firmId,
    clientId: client.id,
    kind: 'link',
    name: client.name,
    email: client.email,
    livingEmail: null,
    ...switchesOf(usualCategories),
    privateMatters: false,
    teamMatters: false,
    linkVersion: 0,
    passwordHash: null,
    passwordAt: null,
    passwordVersion: 0,
    passwordLinkUntil: null,
    createdAt: preview.createdAt,
    invitedAt: null,
    enteredAt: null,
    lastSeenAt: null,
    removedAt: null,
    removedBy: null,
  }
}
