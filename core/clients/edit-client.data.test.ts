import { describe, expect, test } from 'vitest'
import { additionalEmails, clients, deadAddresses } from '#db/schema/clients.ts'
import { events } from '#db/schema/delivery.ts'
import { whoIsTold } from '../matters/who-is-told.ts'
import { decideQuarantine } from '../replies/quarantine/decide-quarantine.ts'
import { addClient } from './add-client.ts'
import { editClient } from './edit-client.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deadAddress } from '#test/office/dead-address.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

const deadOnes = async (office: TestOffice) =>
  (await office.db.read.select().from(deadAddresses)).map((row) => row.email).sort()

test('addresses are kept once each, in lower case, whatever was typed', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { clientId } = await addClient(office, {
    by: firm.ana,
    name: ' Pedro Fuentes ',
    email: ' Pedro@Correo.Example ',
    additional: ['PEDRO@correo.example', 'otro@correo.example', 'Otro@Correo.example'],
    phones: ['+56 9 1234 5678'],
  })
  const emails = async () => (await whoIsTold(office, { by: firm.ana, matterId })).clients[0]?.emails
  const matterId = await firm.addMatter({ title: 'X', clients: [clientId] })
  expect(await emails()).toEqual(['pedro@correo.example', 'otro@correo.example'])
  // The additional address becomes the main one.
  await editClient(office, { by: firm.ana, clientId, email: 'otro@correo.example' })
  expect(await emails()).toEqual(['otro@correo.example'])
  await editClient(office, { by: firm.ana, clientId, additional: ['b@correo.example', 'a@correo.example'] })
  expect(await emails()).toEqual(['otro@correo.example', 'b@correo.example', 'a@correo.example'])
})

test('what cannot be kept is refused, and nothing of it is', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const add = (wish: object) =>
    addClient(office, { by: firm.ana, name: 'X', email: 'x@correo.example', ...wish })
  const before = (await office.db.read.select().from(clients)).length
  for (const email of [
    '',
    'x',
    'x@',
    '@y.example',
    'x@y',
    'x y@z.example',
    'x@y.example, z@y.example',
    '<x@y.example>',
  ]) {
    expect([email, await refusal(add({ email }))]).toEqual([email, 'not_an_address'])
    expect([email, await refusal(add({ additional: [email] }))]).toEqual([email, 'not_an_address'])
  }
  expect(await refusal(add({ name: ' ' }))).toBe('text_missing')
  expect(await refusal(add({ timeZone: 'Marte/Olimpo' }))).toBe('not_a_value')
  expect(await office.db.read.select().from(clients)).toHaveLength(before)
})

describe('an address that had refused mail', () => {
  test('is tried again when somebody writes it into a sheet, and not when they write something else', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    for (const email of ['rosa@correo.example', 'hijo@correo.example', 'pedro@correo.example'])
      await deadAddress(office, firm.firmId, email)
    const by = firm.ana
    await editClient(office, { by, clientId: firm.rosaId, salutation: 'Doña Rosa' })
    expect(await deadOnes(office)).toHaveLength(3)
    await editClient(office, { by, clientId: firm.rosaId, additional: ['hijo@correo.example'] })
    expect(await deadOnes(office)).toEqual(['pedro@correo.example', 'rosa@correo.example'])
    await editClient(office, { by, clientId: firm.rosaId, email: 'rosa@correo.example' })
    await firm.addClient('Pedro Fuentes', 'pedro@correo.example')
    expect(await deadOnes(office)).toEqual([])
  })

  test('and writes itself is tried again when a member accepts and adds it', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const requestId = await askFor(office, firm, 'Cédula')
    await deadAddress(office, firm.firmId, 'nuera@correo.example')
    const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
    const { inboundId } = await mailComesIn(office, { from: 'nuera@correo.example', to })
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted_and_added' })
    expect(await deadOnes(office)).toEqual([])
    expect((await office.db.read.select().from(additionalEmails)).map((row) => row.email)).toContain(
      'nuera@correo.example',
    )
  })
})

test('the audit trail says who changed which fields of a sheet, and not to what', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await editClient(office, { by: firm.ana, clientId: firm.rosaId, taxId: '12.345.678-5', additional: [] })
  const [event] = (await office.db.read.select().from(events)).filter((one) => one.kind === 'clientEdited')
  expect(event).toMatchObject({
    actorId: firm.ana.memberId,
    facts: { fields: ['taxId', 'additionalEmails'] },
  })
  expect(JSON.stringify(event)).not.toContain('12.345')
})
