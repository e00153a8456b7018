import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { firmOf, type Firm } from '../firms/firm.ts'

/** Whose reminders it is about: a client's at every address, or those of one additional address alone. */
export type Reminded = {
  clientId: string
  clientName: string
  /** The client's main address. */
  mainEmail: string
  locale: Firm['locale']
  firm: Firm
  /** Null: the client, at every address. */
  additional: { id: string; email: string } | null
  /** They asked for none. */
  stopped: boolean
  /** The client did, so that this address, too, gets none whatever it wishes. */
  stoppedByClient: boolean
}

type Which = { additionalId: string | null } | { email: string | null }

/**
 * Who is reminded at that address, by the id of an additional one or by the address itself. The client's main address
 * stands for the client, as does one that is none of theirs. Null when the client has left or the additional one is gone.
 */
export async function remindedAt(tx: Query, clientId: string, which: Which): Promise<Reminded | null> {
  const [client] = await tx
    .select()
    .from(clients)
    .where(and(eq(clients.id, clientId), isNull(clients.leftAt)))
  if (!client) return null
  const rows = await tx.select().from(additionalEmails).where(eq(additionalEmails.clientId, clientId))
  const row = rows.find((one) =>
    'email' in which ? one.email === which.email : one.id === which.additionalId,
  )
  if ('additionalId' in which && which.additionalId !== null && !row) return null
  const additional = row && row.email !== client.email ? row : null
  const firm = await firmOf(tx, client.firmId)
  const stoppedByClient = client.remindersStoppedAt !== null
  return {
    clientId,
    clientName: client.name,
    mainEmail: client.email,
    locale: client.locale ?? firm.locale,
    firm,
    additional: additional && { id: additional.id, email: additional.email },
    stopped: additional ? additional.remindersStoppedAt !== null : stoppedByClient,
    stoppedByClient,
  }
}
