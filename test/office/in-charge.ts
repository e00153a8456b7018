import { eq } from 'drizzle-orm'
import { responsibles } from '#db/schema/matters.ts'
import type { Office } from '#core/office.ts'

/** The ids of the members who answer for a matter. */
export async function inChargeOf(office: Office, matterId: string): Promise<string[]> {
  const rows = await office.db.read.select().from(responsibles).where(eq(responsibles.matterId, matterId))
  return rows.map((row) => row.memberId).sort()
}
