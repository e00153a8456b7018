import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { outbox } from '#db/schema/delivery.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../access/access-stands.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { announce } from '../announce.ts'
import { NotAValue } from '../errors.ts'
import type { Office } from '../office.ts'
import { planAllOf } from '../reminders/plan-reminders.ts'
import { locales, type Locale } from '../words/locale.ts'
import { isClientTimeZone } from './time-zones.ts'

/** As a form sends them; what is not on offer is refused. */
export type ChooseLanguage = { by: ClientSession; locale: string; timeZone: string }

/**
 * Portal and e-mails speak the chosen language and tell times in the chosen zone, from now on and to each client the
 * access stands for; what waits to be mailed is written in it, too, and reminders keep to the new zone's hours.
 * Throws LookingOnly, and NotAValue for a language or zone that is neither on offer nor theirs already.
 */
export async function chooseLanguage(office: Office, wish: ChooseLanguage): Promise<void> {
  const locale = locales.find((one) => one === wish.locale)
  if (!locale) throw new NotAValue('locale', wish.locale.slice(0, 40))
  await write(office.db, async (tx) => {
    const session = await mayAct(office, tx, wish.by)
    const { firmId, clientIds } = session
    const { timeZone } = wish
    if (!isClientTimeZone(timeZone) && timeZone !== session.timeZone)
      throw new NotAValue('timezone', timeZone.slice(0, 40))
    if (locale === session.locale && timeZone === session.timeZone && clientIds.length === 1) return
    await tx.update(clients).set({ locale, timeZone }).where(inArray(clients.id, clientIds))
    await speakInUnsent(tx, clientIds, locale)
    for (const clientId of clientIds) {
      await planAllOf(office, tx, firmId, clientId)
      const by = { kind: 'client', firmId, clientId } as const
      const facts = { locale, timeZone }
      await announce(office, tx, { kind: 'languageChosen', by, clientId, subjectId: clientId, facts })
    }
  })
}

async function speakInUnsent(tx: Tx, clientIds: string[], locale: Locale) {
  await tx
    .update(outbox)
    .set({ locale })
    .where(and(inArray(outbox.clientId, clientIds), eq(outbox.channel, 'mail'), eq(outbox.state, 'queued')))
}
