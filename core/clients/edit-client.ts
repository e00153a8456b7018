import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { optionalText, requireText } from '../field.ts'
import { requireTimeZone } from '../firms/create-firm.ts'
import { firstTime } from '../first-time.ts'
import { newId } from '../ids.ts'
import { indexMattersOf } from '../matters/matter-words.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { planAllOf } from '../reminders/plan-reminders.ts'
import { revokeAddresses } from '../replies/inbound/revoke-addresses.ts'
import type { Locale } from '../words/locale.ts'
import { clientForMember } from './additional-email.ts'
import { indexClient } from './client-words.ts'
import { emailAddress } from './email-address.ts'
import { reviveAddresses } from './revive-addresses.ts'
import { requireSafeHours, type SafeHours } from './safe-hours.ts'
import { taxIdFrom, writtenTaxId } from './tax-id.ts'

export type EditClient = {
  by: MemberActor | SystemActor
  clientId: string
  name?: string
  email?: string
  /** All of them, as they shall be; those left out are removed. */
  additional?: string[]
  /** Null: the firm's. */
  locale?: Locale | null
  timeZone?: string | null
  taxId?: string
  phones?: string[]
  address?: string
  salutation?: string
  /** Only the main address, only in these hours of the client's zone, and with neutral sender and text; null: as anybody. */
  safeContact?: SafeHours | null
  interaction?: string
}

/**
 * The contact sheet says what was wished; the next notice already goes by it, and planned reminders by a new zone.
 * Throws WrongTaxId, and NotFound for a client the member does not deal with.
 */
export async function editClient(office: Office, wish: EditClient): Promise<{ clientId: string }> {
  const changes = sheetChanges(wish)
  const additional = wish.additional && [
    ...new Set(wish.additional.map((one) => emailAddress(one, 'additional'))),
  ]
  return write(office.db, async (tx) => {
    const { by, client } = await clientForMember(tx, wish.by, wish.clientId)
    if (!(await firstTime(office, tx, by.firmId, wish.interaction))) return { clientId: client.id }
    // One that was wrong before is not in the way of another change.
    if (changes.taxId && changes.taxId !== writtenTaxId(client.taxId ?? '')) taxIdFrom(by, changes.taxId)
    if (Object.keys(changes).length > 0) {
      await tx.update(clients).set(changes).where(eq(clients.id, client.id))
    }
    if (changes.name !== undefined) await indexMattersOf(tx, client.id)
    if (changes.timeZone !== undefined) await planAllOf(office, tx, by.firmId, client.id)
    const main = changes.email ?? client.email
    await dropAdditional(tx, client.id, main)
    if (additional)
      await replaceAdditional(
        office,
        tx,
        by.firmId,
        client.id,
        additional.filter((address) => address !== main),
      )
    await indexClient(tx, client.id)
    if (additional || changes.email !== undefined || changes.safeContact !== undefined)
      await revokeAddresses(office, tx, client.id)
    await reviveAddresses(tx, by.firmId, [
      ...(changes.email === undefined ? [] : [changes.email]),
      ...(additional ?? []),
    ])
    await announce(office, tx, {
      kind: 'clientEdited',
      by,
      clientId: client.id,
      subjectId: client.id,
      facts: { fields: [...Object.keys(changes), ...(additional ? ['additionalEmails'] : [])] },
    })
    return { clientId: client.id }
  })
}

function sheetChanges(wish: EditClient) {
  const changes: Partial<typeof clients.$inferInsert> = {}
  if (wish.name !== undefined) changes.name = requireText('name', wish.name, 200)
  if (wish.email !== undefined) changes.email = emailAddress(wish.email)
  if (wish.locale !== undefined) changes.locale = wish.locale
  if (wish.timeZone !== undefined) changes.timeZone = wish.timeZone && requireTimeZone(wish.timeZone)
  if (wish.taxId !== undefined) changes.taxId = writtenTaxId(optionalText('tax-id', wish.taxId, 40)) || null
  if (wish.phones !== undefined) changes.phones = wish.phones.map((phone) => requireText('phone', phone, 40))
  if (wish.address !== undefined) changes.address = optionalText('address', wish.address, 300) || null
  if (wish.salutation !== undefined)
    changes.salutation = optionalText('salutation', wish.salutation, 100) || null
  if (wish.safeContact !== undefined)
    changes.safeContact = wish.safeContact && requireSafeHours(wish.safeContact)
  return changes
}

// The main address is no further one beside itself.
async function dropAdditional(tx: Tx, clientId: string, main: string) {
  await tx
    .delete(additionalEmails)
    .where(and(eq(additionalEmails.clientId, clientId), eq(additionalEmails.email, main)))
}

async function replaceAdditional(office: Office, tx: Tx, firmId: string, clientId: string, wanted: string[]) {
  const now = office.clock()
  const known = await tx
    .select({ id: additionalEmails.id, email: additionalEmails.email })
    .from(additionalEmails)
    .where(eq(additionalEmails.clientId, clientId))
  const gone = known.filter((row) => !wanted.includes(row.email)).map((row) => row.id)
  if (gone.length > 0) await tx.delete(additionalEmails).where(inArray(additionalEmails.id, gone))
  for (const email of wanted) {
    if (known.some((row) => row.email === email)) continue
    await tx.insert(additionalEmails).values({ id: newId(now), firmId, clientId, email, createdAt: now })
  }
}
