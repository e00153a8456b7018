import { asc, eq, inArray } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { paperCustody } from '#db/schema/communication.ts'
import { members } from '#db/schema/firms.ts'

/** An original that was handed over, and what became of it. */
export type PaperHeld = {
  clientId: string
  receivedAt: Date
  receivedBy: string
  keptWhere: string
  returnedAt: Date | null
  returnedTo: string | null
}

/** The newest custody of each of these items. */
export async function paperHeld(tx: Query, itemIds: string[]): Promise<Map<string, PaperHeld>> {
  if (itemIds.length === 0) return new Map()
  const rows = await tx
    .select({ custody: paperCustody, receivedBy: members.name })
    .from(paperCustody)
    .innerJoin(members, eq(members.id, paperCustody.receivedBy))
    .where(inArray(paperCustody.itemId, itemIds))
    .orderBy(asc(paperCustody.receivedAt), asc(paperCustody.id))
  return new Map(
    rows.map(({ custody, receivedBy }) => {
      const { itemId, clientId, receivedAt, keptWhere, returnedAt, returnedTo } = custody
      return [itemId, { clientId, receivedAt, receivedBy, keptWhere, returnedAt, returnedTo }]
    }),
  )
}
