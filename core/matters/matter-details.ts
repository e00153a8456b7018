import { asc, count, eq } from 'drizzle-orm'
import { requests } from '#db/schema/communication.ts'
import { members } from '#db/schema/firms.ts'
import { responsibles } from '#db/schema/matters.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import type { MatterInNote } from '../delivery/chat-note.ts'
import { openRequestsOf } from '../requests/open-requests-of.ts'
import { matterFor } from './matter-for.ts'
import { matterInNote } from './who-is-told.ts'

export type MatterDetails = {
  /** As it may be called in chat. */
  matter: MatterInNote
  /** Title and number as they are; null where the matter is sensitive, for no chat shows them then. */
  title: string | null
  number: string | null
  alias: string | null
  sensitive: boolean
  responsible: { memberId: string; name: string }[]
  /** How many closing it would cancel. */
  openRequests: number
}

/** What is kept of a matter beside its communication. Throws NotFound. */
export async function matterDetails(
  office: Office,
  wish: { by: MemberActor; matterId: string },
): Promise<MatterDetails> {
  const tx = office.db.read
  const matter = await matterFor(tx, wish.by, wish.matterId)
  const sensitive = matter.sensitiveAt !== null
  const responsible = await tx
    .select({ memberId: members.id, name: members.name })
    .from(responsibles)
    .innerJoin(members, eq(members.id, responsibles.memberId))
    .where(eq(responsibles.matterId, matter.id))
    .orderBy(asc(members.name), asc(members.id))
  const [open] = await tx
    .select({ number: count().as('number') })
    .from(requests)
    .where(openRequestsOf(matter.id))
  return {
    matter: matterInNote(matter),
    title: sensitive ? null : matter.title,
    number: sensitive ? null : matter.number,
    alias: matter.alias,
    sensitive,
    responsible,
    openRequests: Number(open?.number ?? 0),
  }
}
