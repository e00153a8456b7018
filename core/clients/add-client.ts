import { additionalEmails, clients } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { firmOf } from '../firms/firm.ts'
import { requireTimeZone } from '../firms/create-firm.ts'
import { optionalText, requireText } from '../field.ts'
import { becameOf, firstTime, keepBecame } from '../first-time.ts'
import { newId } from '../ids.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import { indexClient } from './client-words.ts'
import { emailAddress } from './email-address.ts'
import { requireFreeTaxId } from './free-tax-id.ts'
import { reviveAddresses } from './revive-addresses.ts'
import { taxIdFrom } from './tax-id.ts'

export type AddClient = {
  by: MemberActor | SystemActor
  name: string
  email: string
  additional?: string[]
  locale?: Locale
  timeZone?: string
  taxId?: string
  phones?: string[]
  address?: string
  salutation?: string
  interaction?: string
}

/**
 * The firm has a client with a contact sheet; every additional e-mail gets every notice from now on. Throws NotAnAddress, WrongTaxId,
 * TaxIdTaken, TextMissing.
 */
export async function addClient(office: Office, wish: AddClient): Promise<{ clientId: string }> {
  const now = office.clock()
  const clientId = newId(now)
  const email = emailAddress(wish.email, 'email')
  const additional = new Set((wish.additional ?? []).map((one) => emailAddress(one, 'additional')))
  additional.delete(email)
  const sheet = {
    name: requireText('name', wish.name, 200),
    taxId: taxIdFrom(wish.by, wish.taxId ?? ''),
    phones: (wish.phones ?? []).map((phone) => requireText('phone', phone, 40)),
    address: optionalText('address', wish.address ?? '', 300) || null,
    salutation: optionalText('salutation', wish.salutation ?? '', 100) || null,
    locale: wish.locale ?? null,
    timeZone: wish.timeZone === undefined ? null : requireTimeZone(wish.timeZone),
  }
  return write(office.db, async (tx) => {
    const by = await memberActing(tx, wish.by)
    await firmOf(tx, by.firmId)
    if (!(await firstTime(office, tx, by.firmId, wish.interaction)))
      return { clientId: (await becameOf(tx, by.firmId, wish.interaction)) ?? clientId }
    await requireFreeTaxId(tx, by, sheet.taxId)
    await keepBecame(tx, by.firmId, wish.interaction, clientId)
    await tx.insert(clients).values({ id: clientId, firmId: by.firmId, email, ...sheet, createdAt: now })
    for (const address of additional) {
      await tx
        .insert(additionalEmails)
        .values({ id: newId(now), firmId: by.firmId, clientId, email: address, createdAt: now })
    }
    await indexClient(tx, clientId)
    await reviveAddresses(tx, by.firmId, [email, ...additional])
    await announce(office, tx, { kind: 'clientAdded', by, clientId, subjectId: clientId })
    return { clientId }
  })
}
