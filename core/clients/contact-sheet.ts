import { and, asc, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { additionalEmails, clients, corrections } from '#db/schema/clients.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { NotFound } from '../errors.ts'
import { firmOf, type Firm } from '../firms/firm.ts'
import type { Office } from '../office.ts'

export type ContactSheet = {
  clientId: string
  name: string
  taxId: string | null
  /** The firm's, whose kind of tax id it is. */
  country: Firm['country']
  email: string
  phones: string[]
  address: string | null
  additionalEmails: string[]
  /** What the client asked to be corrected, newest first: all that waits, and what was done lately. */
  corrections: { id: string; text: string; askedAt: Date; settledAt: Date | null }[]
}

/** What was done stays to be seen for so long. */
const settledDays = 60

/** The contact sheets of the clients the session stands for, that of the client it was made for first. */
export async function contactSheets(office: Office, session: ClientSession): Promise<ContactSheet[]> {
  const { firmId, clientIds } = session
  const tx = office.db.read
  const found = await tx
    .select()
    .from(clients)
    .where(and(inArray(clients.id, clientIds), eq(clients.firmId, firmId)))
  const further = await tx
    .select({ clientId: additionalEmails.clientId, email: additionalEmails.email })
    .from(additionalEmails)
    .where(inArray(additionalEmails.clientId, clientIds))
    .orderBy(asc(additionalEmails.id))
  const asked = await correctionsOf(office, clientIds)
  const { country } = await firmOf(tx, firmId)
  return clientIds.map((clientId) => {
    const client = found.find((one) => one.id === clientId)
    if (!client) throw new NotFound()
    const { name, taxId, email, phones, address } = client
    const additional = further.filter((row) => row.clientId === clientId).map((row) => row.email)
    const mine = asked.filter((row) => row.clientId === clientId)
    return {
      ...{ clientId, name, taxId, country, email, phones, address, additionalEmails: additional },
      corrections: mine.map(({ clientId: _, ...correction }) => correction),
    }
  })
}

function correctionsOf(office: Office, clientIds: string[]) {
  const since = new Date(office.clock().getTime() - settledDays * 24 * 3_600_000)
  return office.db.read
    .select({
      id: corrections.id,
      clientId: corrections.clientId,
      text: corrections.text,
      askedAt: corrections.createdAt,
      settledAt: corrections.settledAt,
    })
    .from(corrections)
    .where(
      and(
        inArray(corrections.clientId, clientIds),
        or(isNull(corrections.settledAt), gt(corrections.settledAt, since)),
      ),
    )
    .orderBy(desc(corrections.createdAt), desc(corrections.id))
    .limit(100)
}
