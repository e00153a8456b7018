import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accessExtensions } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { events } from '#db/schema/delivery.ts'
import { reminders } from '#db/schema/replies.ts'
import { clientSession } from '../access/session/client-session.ts'
import { askForCorrection } from './ask-for-correction.ts'
import { chooseLanguage } from './choose-language.ts'
import { contactSheets } from './contact-sheet.ts'
import { editClient } from './edit-client.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'

async function rosaInside() {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const visit = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  await deliver(office)
  return { office, firm, ...visit }
}

test('the portal and every mail speak the chosen language at once, also those that wait to leave', async () => {
  const { office, firm, session, sessionToken } = await rosaInside()
  await askFor(office, firm, 'Cédula')
  await chooseLanguage(office, { by: session, locale: 'pt-BR', timeZone: 'America/Sao_Paulo' })
  expect(await clientSession(office, sessionToken)).toMatchObject({
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
  })
  await askFor(office, firm, 'Poder')
  const { letters } = await deliver(office)
  expect(letters).toHaveLength(6)
  expect(new Set(letters.map(({ locale, timeZone }) => `${locale} ${timeZone}`))).toEqual(
    new Set(['pt-BR America/Sao_Paulo']),
  )
  const chosen = await office.db.read.select().from(events).where(eq(events.kind, 'languageChosen'))
  expect(chosen).toMatchObject([
    { actorKind: 'client', clientId: firm.rosaId, facts: { locale: 'pt-BR', timeZone: 'America/Sao_Paulo' } },
  ])
})

test('reminders keep to the hours of the new zone', async () => {
  const { office, firm, session } = await rosaInside()
  await askFor(office, firm, 'Cédula', { dueOn: '2026-03-20' })
  const planned = async () => (await office.db.read.select().from(reminders))[0]?.nextAt?.toISOString()
  expect(await planned()).toBe('2026-03-13T13:00:00.000Z')
  await chooseLanguage(office, { by: session, locale: 'es-CL', timeZone: 'Pacific/Easter' })
  expect(await planned()).toBe('2026-03-13T15:00:00.000Z')
})

test('what is not on offer is refused, but for the zone they have', async () => {
  const { office, firm, session, sessionToken } = await rosaInside()
  const choose = (locale: string, timeZone: string, by = session) =>
    refusal(chooseLanguage(office, { by, locale, timeZone }))
  expect(await choose('fr', 'America/Santiago')).toBe('not_a_value')
  expect(await choose('', 'America/Santiago')).toBe('not_a_value')
  expect(await choose('en', 'Europe/Madrid')).toBe('not_a_value')
  expect(await choose('en', 'x'.repeat(10_000))).toBe('not_a_value')
  await editClient(office, { by: firm.ana, clientId: firm.rosaId, timeZone: 'Europe/Madrid' })
  await chooseLanguage(office, { by: session, locale: 'en', timeZone: 'Europe/Madrid' })
  expect(await clientSession(office, sessionToken)).toMatchObject({ locale: 'en', timeZone: 'Europe/Madrid' })
})

test('who is several clients to the firm sees each sheet, asks for corrections of each, and is spoken to alike', async () => {
  const { office, firm, accessId, sessionToken } = await rosaInside()
  const companyId = await firm.addClient('Fuentes SpA', 'fuentes@empresa.example')
  await office.db.transaction((tx) =>
    tx
      .insert(accessExtensions)
      .values({ firmId: firm.firmId, accessId, clientId: companyId, createdAt: office.now }),
  )
  const session = await clientSession(office, sessionToken)
  if (!session) throw new Error('no session')
  await askForCorrection(office, { by: session, clientId: companyId, text: 'El giro está mal.' })
  await chooseLanguage(office, { by: session, locale: 'en', timeZone: 'America/Sao_Paulo' })
  expect(
    (await contactSheets(office, session)).map(({ name, corrections }) => [name, corrections.length]),
  ).toEqual([
    ['Rosa Fuentes', 0],
    ['Fuentes SpA', 1],
  ])
  const both = await office.db.read.select().from(clients).where(eq(clients.locale, 'en'))
  expect(both.map((client) => client.id).sort()).toEqual([firm.rosaId, companyId].sort())
})
