import { and, eq } from 'drizzle-orm'
import { additionalEmails } from '#db/schema/clients.ts'
import type { Office } from '#core/office.ts'

export type AdditionalAddress = typeof additionalEmails.$inferSelect

/** An additional address of a client, as it is stored. */
export async function additionalAddress(
  office: Office,
  clientId: string,
  email: string,
): Promise<AdditionalAddress> {
  const [row] = await office.db.read
    .select()
    .from(additionalEmails)
    .where(and(eq(additionalEmails.clientId, clientId), eq(additionalEmails.email, email)))
  if (!row) throw new Error(`${email} is no additional address`)
  return row
}
