import { asc, eq } from 'drizzle-orm'
import { additionalEmails } from '#db/schema/clients.ts'
import type { ClientSession } from '../access/client-session.ts'
import type { Office } from '../office.ts'
import { clientOf } from './client.ts'

export type ContactSheet = {
  name: string
  taxId: string | null
  email: string
  phones: string[]
  address: string | null
  additionalEmails: string[]
}

/** The session's client's own contact sheet. */
export async function contactSheet(office: Office, session: ClientSession): Promise<ContactSheet> {
  const client = await clientOf(office.db.read, session.firmId, session.clientId)
  const additional = await office.db.read
    .select({ email: additionalEmails.email })
    .from(additionalEmails)
    .where(eq(additionalEmails.clientId, client.id))
    .orderBy(asc(additionalEmails.id))
  const { name, taxId, email, phones, address } = client
  return { name, taxId, email, phones, address, additionalEmails: additional.map((row) => row.email) }
}
