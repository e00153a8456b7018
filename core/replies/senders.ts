import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { clientsWriting } from '../clients/recipients.ts'
import type { Match } from './find-match.ts'
import type { IncomingMail } from './incoming-mail.ts'

/** The clients of our side who write from the mail's one sender; nobody when From is not exactly one address. */
export async function sendersOf(tx: Tx, match: Match, mail: Pick<IncomingMail, 'from'>): Promise<string[]> {
  const address = mail.from[0]?.address
  if (!address || mail.from.length !== 1) return []
  if (match.matterId) return clientsWriting(tx, match.matterId, address)
  const [main] = await tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, match.clientId), eq(clients.email, address)))
  const [further] = await tx
    .select({ id: additionalEmails.id })
    .from(additionalEmails)
    .where(and(eq(additionalEmails.clientId, match.clientId), eq(additionalEmails.email, address)))
  return (main ?? further) ? [match.clientId] : []
}
