import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { accesses } from '#db/schema/access.ts'
import { recipientsOf } from '../clients/recipients.ts'
import type { MatterInNote } from '../delivery/chat-note.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { matterFor, type Matter } from './matter-for.ts'

export type WhoIsTold = {
  matter: MatterInNote & Pick<Matter, 'visibility'> & { sensitive: boolean }
  clients: { clientId: string; name: string; emails: string[] }[]
  /** Living portal accesses of those clients. */
  accesses: number
}

/** Who would be told if something were published on the matter now, and whether clients see it at all. */
export async function whoIsTold(
  office: Office,
  wish: { by: MemberActor; matterId: string },
): Promise<WhoIsTold> {
  const tx = office.db.read
  const matter = await matterFor(tx, wish.by, wish.matterId)
  const told = await recipientsOf(tx, matter.id)
  const ids = told.map((client) => client.clientId)
  const [living] = ids.length
    ? await tx
        .select({ number: count().as('number') })
        .from(accesses)
        .where(
          and(
            inArray(accesses.clientId, ids),
            isNull(accesses.removedAt),
            eq(accesses.firmId, matter.firmId),
          ),
        )
    : []
  return {
    matter: {
      ...matterInNote(matter),
      visibility: matter.visibility,
      sensitive: matter.sensitiveAt !== null,
    },
    clients: told.map(({ clientId, name, emails }) => ({ clientId, name, emails })),
    accesses: Number(living?.number ?? 0),
  }
}

/** A matter as chat speaks of it: a sensitive one by its alias or reference alone. */
export function matterInNote(matter: Matter): MatterInNote {
  const reference = matter.alias ?? matter.reference
  return {
    id: matter.id,
    title: matter.sensitiveAt ? reference : matter.title,
    reference,
    hidden: matter.hiddenAt !== null,
    closed: matter.closedAt !== null,
  }
}
