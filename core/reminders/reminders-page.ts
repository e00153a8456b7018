import { and, eq, isNull } from 'drizzle-orm'
import { clients } from '#db/schema/clients.ts'
import { firms } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { NotFound } from '../errors.ts'
import { keyFor, mac, sameText } from '../keys.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import { stopReminders } from './stop-reminders.ts'

export type RemindersPage = {
  firm: { name: string; supportContact: string | null; accent: string | null }
  clientName: string
  locale: Locale
  stopped: boolean
}

/** The token of the page on which a client stops reminders; it opens nothing else. */
export function remindersToken(office: Office, clientId: string): string {
  return `${clientId}-${mac(keyFor(office.config.secretKey, 'reminder-link'), clientId)}`
}

function clientIdIn(office: Office, token: string): string | null {
  const [clientId] = token.split('-')
  return clientId && sameText(token, remindersToken(office, clientId)) ? clientId : null
}

/** What the page shows; null for a token that is not ours. Changes nothing. */
export async function remindersPage(office: Office, token: string): Promise<RemindersPage | null> {
  const clientId = clientIdIn(office, token)
  if (!clientId) return null
  const [found] = await office.db.read
    .select({
      clientName: clients.name,
      locale: clients.locale,
      firmLocale: firms.locale,
      stoppedAt: clients.remindersStoppedAt,
      name: firms.name,
      supportContact: firms.supportContact,
      accent: firms.accent,
    })
    .from(clients)
    .innerJoin(firms, eq(firms.id, clients.firmId))
    .where(and(eq(clients.id, clientId), isNull(clients.leftAt)))
  if (!found) return null
  const { name, supportContact, accent, clientName } = found
  return {
    firm: { name, supportContact, accent },
    clientName,
    locale: found.locale ?? found.firmLocale,
    stopped: found.stoppedAt !== null,
  }
}

/** The client behind the token is not reminded any more, and the firm's admins know; again changes nothing. Throws NotFound. */
export async function stopRemindersByLink(office: Office, token: string): Promise<void> {
  const clientId = clientIdIn(office, token)
  if (!clientId) throw new NotFound()
  await write(office.db, async (tx) => {
    const [client] = await tx.select().from(clients).where(eq(clients.id, clientId))
    if (!client) throw new NotFound()
    if (client.remindersStoppedAt) return
    const told = await membersToTell(tx, client.firmId, null, '')
    await stopReminders(
      office,
      tx,
      { kind: 'client', firmId: client.firmId, clientId },
      clientId,
      told.map((to) => ({
        channel: 'chat',
        notice: { kind: 'remindersStopped', clientId, inboundId: null },
        to,
        matterId: null,
        subjectId: clientId,
      })),
    )
  })
  office.wake('outbox')
}
