import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clients, clientWords } from '#db/schema/clients.ts'
import type { MemberActor } from '../members/actor.ts'
import { tidy } from '../tidy.ts'
import { editClient } from './edit-client.ts'
import { findClients } from './find-clients.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

function finderFor(office: TestOffice, by: MemberActor) {
  return async (words: string) => (await findClients(office, { by, words })).map((client) => client.name)
}

test('a member finds a client by the beginnings of words of name, tax id and e-mails, as they are now', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const other = await lawFirm(office, 'T000000002')
  await firm.addClient('Ignácio Müller São João', 'ignacio@correio.example', { taxId: '123.456.789-09' })
  const inmobiliariaId = await firm.addClient('Inmobiliaria Ñuble SpA', 'pagos@nuble.example', {
    taxId: '76.543.210-K',
  })
  const find = finderFor(office, firm.camila)
  for (const words of [
    'rosa',
    'FUEN ros',
    'Rosa@Correo.example',
    'rosa@corr',
    'contador@',
    'hijo',
    'fuentes rosa@',
  ]) {
    expect([words, await find(words)]).toEqual([words, ['Rosa Fuentes']])
  }
  for (const words of [
    'nuble',
    'Ñuble',
    '76.543.210-K',
    '76543210k',
    '76543210',
    'pagos@nuble',
    'spa inmob',
  ]) {
    expect([words, await find(words)]).toEqual([words, ['Inmobiliaria Ñuble SpA']])
  }
  for (const words of ['muller joao', '12345678909', '123.456.789-09', 'ignacio@correio']) {
    expect([words, await find(words)]).toEqual([words, ['Ignácio Müller São João']])
  }
  for (const words of ['rosa muller', 'zzz', 'uble', 'correo', 'example', 'rosa@otro'])
    expect(await find(words)).toEqual([])
  expect(await find('')).toEqual(['Ignácio Müller São João', 'Inmobiliaria Ñuble SpA', 'Rosa Fuentes'])
  expect(await finderFor(office, other.camila)('')).toEqual(['Rosa Fuentes'])

  const renamed = { name: 'Aromos Limitada', email: 'pagos@aromos.example' }
  await editClient(office, { by: firm.camila, clientId: inmobiliariaId, ...renamed })
  expect(await find('nuble')).toEqual([])
  expect(await find('aromos')).toEqual(['Aromos Limitada'])
  await editClient(office, { by: firm.camila, clientId: firm.rosaId, additional: ['nueva@correo.example'] })
  expect(await find('contador')).toEqual([])
  expect(await find('nueva')).toEqual(['Rosa Fuentes'])
})

test('a client who has left, and one all of whose matters are kept from the member, are not found', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
  const secretId = await firm.addClient('Secreta Paz', 'paz@correo.example')
  const goneId = await firm.addClient('Gonzalo Ido', 'ido@correo.example')
  await firm.addMatter({
    title: 'Nulidad',
    clients: [secretId],
    visibility: 'private',
    responsible: [pablo.memberId],
  })
  await office.db.transaction((tx) =>
    tx.update(clients).set({ leftAt: office.now }).where(eq(clients.id, goneId)),
  )
  for (const words of ['', 'secreta', 'paz', 'gonzalo']) {
    const found = await finderFor(office, firm.camila)(words)
    expect([words, found]).toEqual([words, words === '' ? ['Rosa Fuentes'] : []])
  }
  expect(await finderFor(office, pablo)('secreta')).toEqual(['Secreta Paz'])
  expect(await finderFor(office, firm.ana)('')).toEqual(['Rosa Fuentes', 'Secreta Paz'])
})

test('clients who were there before they could be searched are found once the office has tidied up', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await office.db.transaction((tx) => tx.delete(clientWords))
  expect(await finderFor(office, firm.camila)('rosa')).toEqual([])
  await tidy(office)
  expect(await finderFor(office, firm.camila)('rosa')).toEqual(['Rosa Fuentes'])
})

test('a client is found though a hundred others with the same name are kept from the member or have left', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const many: string[] = []
  for (let number = 0; number < 120; number += 1)
    many.push(await firm.addClient(`Ana Rojas ${number}`, `ana${number}@correo.example`))
  await firm.addMatter({ title: 'Acción de grupo', clients: many.slice(0, 60), visibility: 'private' })
  await office.db.transaction((tx) =>
    tx
      .update(clients)
      .set({ leftAt: office.now })
      .where(inArray(clients.id, many.slice(60))),
  )
  await firm.addClient('Ana Rojas Última', 'ultima@correo.example')
  expect(await finderFor(office, firm.camila)('ana rojas')).toEqual(['Ana Rojas Última'])
  expect(await finderFor(office, firm.ana)('ana rojas')).toHaveLength(20)
})
