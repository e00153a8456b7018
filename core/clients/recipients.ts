import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { additionalEmails, clients, deadAddresses } from '#db/schema/clients.ts'
import { firms } from '#db/schema/firms.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import { given, statement } from '#db/statement.ts'
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
  const [ours, refusing] = await Promise.all([clientsOf(tx, matterId), dead(tx, { matterId })])
  const refused = new Set(refusing.map((row) => row.email))
  return ours.map((client) => ({
    ...client,
    emails: client.emails.filter((email) => !refused.has(email)),
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

async function clientsOf(tx: Query, matterId: string): Promise<ToldClient[]> {
  const [ours, additional] = await Promise.all([
    onOurSide(tx, { matterId }),
    furtherAddresses(tx, { matterId }),
  ])
  return ours.map((client) => {
    const further = client.safeContact ? [] : additional.filter((row) => row.clientId === client.clientId)
    const forThis = further.filter((row) => isForMatter(row, matterId))
    const emails = [...new Set([client.email, ...forThis.map((row) => row.email)])]
    return {
      clientId: client.clientId,
      name: client.name,
      locale: client.locale ?? client.firmLocale,
      timeZone: client.timeZone ?? client.firmTimeZone,
      emails,
    }
  })
}

const isOurs = and(eq(involvements.matterId, given('matterId')), eq(involvements.side, 'ours'))

const onOurSide = statement((tx) =>
  tx
    .select({
      clientId: clients.id,
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
    .where(and(isOurs, isNull(clients.leftAt)))
    .orderBy(involvements.id),
)

const furtherAddresses = statement((tx) => {
  const ours = tx.select({ id: involvements.clientId }).from(involvements).where(isOurs)
  return tx
    .select({
      clientId: additionalEmails.clientId,
      email: additionalEmails.email,
      matterIds: additionalEmails.matterIds,
    })
    .from(additionalEmails)
    .where(inArray(additionalEmails.clientId, ours))
    .orderBy(additionalEmails.id)
})

const dead = statement((tx) => {
  const firm = tx
    .select({ id: matters.firmId })
    .from(matters)
    .where(eq(matters.id, given('matterId')))
  return tx
    .select({ email: deadAddresses.email })
    .from(deadAddresses)
    .where(inArray(deadAddresses.firmId, firm))
})
