import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { chatTenants, firms, linkRequests, memberIdentities, members } from '#db/schema/firms.ts'
import type { Locale } from '../words/locale.ts'

/** Somebody in chat, as the platform vouches for them; guests, bots and people of other workspaces are none. */
export type ChatPerson = {
  platform: 'slack' | 'teams'
  tenant: string
  userId: string
  name: string
  /** In lower case; null unless the platform has confirmed it. */
  email: string | null
  /** Of their profile, where it says. */
  locale: Locale | null
}

/** How somebody who is no member yet may become one. An address only suggests who they are: they or an admin say so. */
export type WayIn = { firmId: string; firm: string } & (
  | { kind: 'first_admin' }
  | { kind: 'yourself'; member: { id: string; name: string } }
  | { kind: 'admin_decides'; member: { id: string; name: string }; asked: boolean }
  | { kind: 'ask_admin' }
)

/**
 * What is open to a chat user whom the firm does not know. Who installed the app may be its first admin, if none ever was in chat. Whose
 * confirmed address is a member's who is not in this workspace yet may say that they are that member; that
 * they are an admin, an admin must say. Null for people of no firm's workspace, and for those who are known already.
 */
export async function wayIn(tx: Query, person: ChatPerson): Promise<WayIn | null> {
  const [connected] = await tx
    .select({ firmId: chatTenants.firmId, firm: firms.name, installedBy: chatTenants.installedBy })
    .from(chatTenants)
    .innerJoin(firms, eq(firms.id, chatTenants.firmId))
    .where(and(eq(chatTenants.platform, person.platform), eq(chatTenants.tenant, person.tenant)))
  if (!connected || (await memberBehind(tx, person))) return null
  const { installedBy, ...firm } = connected
  const admins = await adminsInChat(tx, firm.firmId)
  if (!admins.ever && installedBy === person.userId && person.email) return { kind: 'first_admin', ...firm }
  const member = await memberToBe(tx, firm.firmId, person)
  if (!member) return { kind: 'ask_admin', ...firm }
  const whom = { id: member.id, name: member.name }
  if (member.role !== 'admin') return { kind: 'yourself', ...firm, member: whom }
  const request = await requestOf(tx, person, member.id)
  if (!admins.now || request?.decision === 'refused') return { kind: 'ask_admin', ...firm }
  return { kind: 'admin_decides', ...firm, member: whom, asked: request !== undefined }
}

/** The member that a chat user is linked to, whether or not they have left. */
export async function memberBehind(
  tx: Query,
  { platform, tenant, userId }: Pick<ChatPerson, 'platform' | 'tenant' | 'userId'>,
): Promise<{ memberId: string } | undefined> {
  const [identity] = await tx
    .select({ memberId: memberIdentities.memberId })
    .from(memberIdentities)
    .where(
      and(
        eq(memberIdentities.platform, platform),
        eq(memberIdentities.tenant, tenant),
        eq(memberIdentities.userId, userId),
      ),
    )
  return identity
}

async function adminsInChat(tx: Query, firmId: string): Promise<{ ever: boolean; now: boolean }> {
  const admins = await tx
    .select({ leftAt: members.leftAt })
    .from(members)
    .innerJoin(memberIdentities, eq(memberIdentities.memberId, members.id))
    .where(and(eq(members.firmId, firmId), eq(members.role, 'admin')))
  return { ever: admins.length > 0, now: admins.some(({ leftAt }) => leftAt === null) }
}

// One at most: an address is one member's in a firm.
async function memberToBe(tx: Query, firmId: string, { email, platform, tenant }: ChatPerson) {
  const [member] = await tx
    .select({ id: members.id, name: members.name, role: members.role, known: memberIdentities.id })
    .from(members)
    .leftJoin(
      memberIdentities,
      and(
        eq(memberIdentities.memberId, members.id),
        eq(memberIdentities.platform, platform),
        eq(memberIdentities.tenant, tenant),
      ),
    )
    .where(and(eq(members.firmId, firmId), eq(members.email, email ?? ''), isNull(members.leftAt)))
  return member && member.known === null ? member : undefined
}

async function requestOf(tx: Query, { platform, tenant, userId }: ChatPerson, memberId: string) {
  const [request] = await tx
    .select({ decision: linkRequests.decision })
    .from(linkRequests)
    .where(
      and(
        eq(linkRequests.platform, platform),
        eq(linkRequests.tenant, tenant),
        eq(linkRequests.userId, userId),
        eq(linkRequests.memberId, memberId),
      ),
    )
  return request
}
