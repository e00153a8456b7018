import { eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { firmOf } from '../firms/firm.ts'
import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import { remindedAt } from './reminded.ts'
import { readRemindersToken } from './reminders-token.ts'
import { firmShown, type FirmShown } from '../firms/firm-shown.ts'

export type RemindersPage = {
  firm: FirmShown
  locale: Locale
  /** Null when the link has nothing to stop any more: the client has left, or the address is none of theirs. */
  reminders: {
    /** The one additional address it is about; null: all of the client's. */
    email: string | null
    stopped: boolean
    /** They can be had again from here: not where the client wants none anywhere. */
    mayResume: boolean
  } | null
}

/** What the page shows; null for a token that is not ours. Changes nothing. */
export async function remindersPage(office: Office, token: string): Promise<RemindersPage | null> {
  const tx = office.db.read
  const meant = readRemindersToken(office, token)
  if (!meant) return null
  const whose = await remindedAt(tx, meant.clientId, meant)
  if (!whose) return deadPage(tx, meant.clientId)
  const { firm, locale, additional, stopped, stoppedByClient } = whose
  return {
    firm: firmShown(firm),
    locale,
    reminders: {
      email: additional?.email ?? null,
      stopped: stopped || stoppedByClient,
      mayResume: stopped && (additional === null || !stoppedByClient),
    },
  }
}

// Whoever holds a link of ours had it from the firm: its name tells them nothing new.
async function deadPage(tx: Query, clientId: string): Promise<RemindersPage | null> {
  const [client] = await tx
    .select({ firmId: clients.firmId, locale: clients.locale })
    .from(clients)
    .where(eq(clients.id, clientId))
  if (!client) return null
  const firm = await firmOf(tx, client.firmId)
  return { firm: firmShown(firm), locale: client.locale ?? firm.locale, reminders: null }
}
