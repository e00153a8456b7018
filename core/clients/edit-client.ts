import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { optionalText, requireText } from '../field.ts'
import { requireTimeZone } from '../firms/create-firm.ts'
import { newId } from '../ids.ts'
import { indexMattersOf } from '../matters/matter-words.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import { clientOf } from './client.ts'
import { indexClient } from './client-words.ts'
import { emailAddress } from './email-address.ts'
import { reviveAddresses } from './revive-addresses.ts'

export type EditClient = {
  by: MemberActor | SystemActor
  clientId: string
  name?: string
  email?: string
  /** All of them, as they shall be; those left out are removed. */
  additional?: string[]
  locale?: Locale
  timeZone?: string
  taxId?: string
  phones?: string[]
  address?: string
  salutation?: string
}

/** The contact sheet says what was wished; the next notice already goes by it. */
export async function editClient(office: Office, wish: EditClient): Promise<{ clientId: string }> {
  const changes = sheetChanges(wish)
  const additional = wish.additional && [...new Set(wish.additional.map(emailAddress))]
  return write(office.db, async (tx) => {
    const by = await memberActing(tx, wish.by)
    const client = await clientOf(tx, by.firmId, wish.clientId)
    if (Object.keys(changes).length > 0) {
      await tx.update(clients).set(changes).where(eq(clients.id, client.id))
    }
    if (changes.name !== undefined) await indexMattersOf(tx, client.id)
    const main = changes.email ?? client.email
    if (additional)
      await replaceAdditional(
        office,
        tx,
        by.firmId,
        client.id,
        additional.filter((address) => address !== main),
      )
    await indexClient(tx, client.id)
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
  if (wish.timeZone !== undefined) changes.timeZone = requireTimeZone(wish.timeZone)
  if (wish.taxId !== undefined) changes.taxId = optionalText('tax-id', wish.taxId, 40) || null
  if (wish.phones !== undefined) changes.phones = wish.phones.map((phone) => requireText('phone', phone, 40))
  if (wish.address !== undefined) changes.address = optionalText('address', wish.address, 300) || null
  if (wish.salutation !== undefined)
    changes.salutation = optionalText('salutation', wish.salutation, 100) || null
  return changes
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
