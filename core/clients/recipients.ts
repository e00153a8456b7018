import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { additionalEmails, clients, deadAddresses } from '#db/schema/clients.ts'
import { firms } from '#db/schema/firms.ts'
import { involvements } from '#db/schema/matters.ts'
import type { Locale } from '../words/locale.ts'

/** A client of our side with every address that is told about one matter. */
export type ToldClient = {
  clientId: string
  name: string
  locale: Locale
  timeZone: string
  /** Main address first. */
  emails: string[]
}

/**
 * The clients of a matter's own side and their addresses as they stand now: the main one and every additional one
 * that is for all matters or for this. Clients with safe contact are told at their main address alone; addresses
 * that refused mail for good are left out, as are clients who have left.
 */
export async function recipientsOf(tx: Query, matterId: string): Promise<ToldClient[]> {
  const ours = await clientsOf(tx, matterId)
  const [first] = ours
  if (!first) return []
  const dead = await deadOf(tx, first.firmId)
  return ours.map(({ firmId: _, ...client }) => ({
    ...client,
    emails: client.emails.filter((email) => !dead.has(email)),
  }))
}

/** The clients of our side that write from this address, dead or alive: who answers is alive. */
export async function clientsWriting(tx: Query, matterId: string, email: string): Promise<string[]> {
  const ours = await clientsOf(tx, matterId)
  return ours.filter((client) => client.emails.includes(email)).map((client) => client.clientId)
}

/** Whether an additional address is told of this matter: it is for all, or for this one among others. */
export function isForMatter({ matterIds }: { matterIds: string[] | null }, matterId: string): boolean {
  return matterIds === null || matterIds.includes(matterId)
}

async function clientsOf(tx: Query, matterId: string): Promise<(ToldClient & { firmId: string })[]> {
  const ours = await tx
    .select({
      clientId: clients.id,
      firmId: clients.firmId,
      name: clients.name,
      email: clients.email,
      locale: clients.locale,
      timeZone: clients.timeZone,
      safeContact: clients.safeContact,
      firmLocale: firms.locale,
      firmTimeZone: firms.timeZone,
    })
    .from(involvements)
    .innerJoin(clients, eq(clients.id, involvements.clientId))
    .innerJoin(firms, eq(firms.id, clients.firmId))
    .where(and(eq(involvements.matterId, matterId), eq(involvements.side, 'ours'), isNull(clients.leftAt)))
    .orderBy(involvements.id)
  if (ours.length === 0) return []
  const additional = await additionalOf(
    tx,
    ours.map((client) => client.clientId),
  )
  return ours.map((client) => {
    const further = client.safeContact ? [] : additional.filter((row) => row.clientId === client.clientId)
    const forThis = further.filter((row) => isForMatter(row, matterId))
    const emails = [...new Set([client.email, ...forThis.map((row) => row.email)])]
    return {
      firmId: client.firmId,
      clientId: client.clientId,
      name: client.name,
      locale: client.locale ?? client.firmLocale,
      timeZone: client.timeZone ?? client.firmTimeZone,
      emails,
    }
  })
}

function additionalOf(tx: Query, clientIds: string[]) {
  return tx
    .select({
      clientId: additionalEmails.clientId,
      email: additionalEmails.email,
      matterIds: additionalEmails.matterIds,
    })
    .from(additionalEmails)
    .where(inArray(additionalEmails.clientId, clientIds))
    .orderBy(additionalEmails.id)
}

async function deadOf(tx: Query, firmId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ email: deadAddresses.email })
    .from(deadAddresses)
    .where(eq(deadAddresses.firmId, firmId))
  return new Set(rows.map((row) => row.email))
}
