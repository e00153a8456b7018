import { and, eq, isNull } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { firms, members } from '#db/schema/firms.ts'
import { behalfLinks } from '#db/schema/uploads.ts'
import { NotAMember, NotFound } from '../../errors.ts'
import { sha256 } from '../../keys.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import type { Road } from '../arrival.ts'
import { behalfMark } from '../behalf-mark.ts'

/** A member's link for one answer of one client's, as it stands now. */
export type BehalfLink = {
  id: string
  by: MemberActor
  itemId: string
  clientId: string
  clientName: string
  road: Road
  receipt: boolean
  /** It was handed in with. */
  used: boolean
  firm: { name: string; supportContact: string | null; accent: string | null }
}

/** The token of a link, and the id under which it is kept. */
export function behalfToken(secret: string): { token: string; id: string } {
  const token = `${behalfMark}${secret}`
  return { token, id: sha256(token) }
}

/** What the token stands for while it is good, and after it was used, until its time is over; null for any other, and once its member has left. */
export async function behalfLink(office: Office, tx: Query, token: string): Promise<BehalfLink | null> {
  const [found] = await tx
    .select({ link: behalfLinks, member: members, firm: firms, client: clients.name })
    .from(behalfLinks)
    .innerJoin(members, eq(members.id, behalfLinks.memberId))
    .innerJoin(firms, eq(firms.id, behalfLinks.firmId))
    .innerJoin(clients, eq(clients.id, behalfLinks.clientId))
    .where(eq(behalfLinks.id, sha256(token)))
  if (!found || found.link.expiresAt <= office.clock()) return null
  const { link, member, firm, client } = found
  const { id: memberId, name, role } = member
  const { locale: firmLocale, timeZone } = firm
  const actor = { firmId: firm.id, memberId, name, role, locale: member.locale ?? firmLocale, timeZone }
  const by = await memberActing(tx, { kind: 'member', ...actor }).catch((error: unknown) => {
    if (error instanceof NotAMember) return null
    throw error
  })
  if (!by) return null
  const { id, itemId, clientId, road, receipt, usedAt } = link
  const { supportContact, accent } = firm
  return {
    ...{ id, by, itemId, clientId, clientName: client, road, receipt },
    used: usedAt !== null,
    firm: { name: firm.name, supportContact, accent },
  }
}

/** The link is used up, by what is handed in in the same transaction. Throws NotFound where it was before. */
export async function useBehalfLink(office: Office, tx: Tx, linkId: string): Promise<void> {
  const taken = await tx
    .update(behalfLinks)
    .set({ usedAt: office.clock() })
    .where(and(eq(behalfLinks.id, linkId), isNull(behalfLinks.usedAt)))
    .returning({ id: behalfLinks.id })
  if (taken.length === 0) throw new NotFound()
}
