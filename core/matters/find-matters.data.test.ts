import { describe, expect, test } from 'vitest'
import { editClient } from '../clients/edit-client.ts'
import { matterWords } from '#db/schema/matters.ts'
import type { MemberActor } from '../members/actor.ts'
import { closeMatter } from './close-matter.ts'
import { editMatter } from './edit-matter.ts'
import { findMatters } from './find-matters.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

function finderFor(office: TestOffice, by: MemberActor) {
  return async (words: string, limit?: number) =>
    (await findMatters(office, { by, words, ...(limit === undefined ? {} : { limit }) })).map(
      (matter) => matter.title,
    )
}

describe('a member finds a matter', () => {
  test('by the beginnings of words of its title, client and number, in any order, accents or none', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const muller = await firm.addClient('Ignácio Müller São João', 'ignacio@correio.example')
    await firm.addMatter({
      title: 'Ação de indenização',
      number: '0001234-56.2025.8.26.0100',
      clients: [muller],
    })
    await firm.addMatter({ title: 'Ñuñoa: posesión efectiva', clients: [muller] })
    const find = finderFor(office, firm.camila)
    const fuentes = ['Fuentes con Inmobiliaria Los Aromos']
    const acao = ['Ação de indenização']
    for (const words of [
      'rosa',
      'ROSA',
      'fuen',
      'aromos fuentes',
      'arom rosa inmo',
      '  Los\tAromos ',
      'C-1234-2025',
      '1234-2025',
      '12342025',
      'c1234',
    ]) {
      expect([words, await find(words)]).toEqual([words, fuentes])
    }
    for (const words of [
      'acao indeniz',
      'AÇÃO',
      'ação',
      'Ação', // decomposed
      '0001234-56.2025.8.26.0100',
      '00012345620258260100',
      '0001234 56',
      '56.2025',
      '2025 0001234',
      '0001234/2025 muller',
      'muller 2025 8 26',
      '000123456',
      '0001.234-56',
    ]) {
      expect([words, await find(words)]).toEqual([words, acao])
    }
    expect(await find('nunoa')).toEqual(['Ñuñoa: posesión efectiva'])
    expect((await find('ignacio joao')).sort()).toEqual(['Ação de indenização', 'Ñuñoa: posesión efectiva'])
    for (const words of ['fuentes acao', 'zzz', 'uentes', '4321']) expect(await find(words)).toEqual([])
    expect(await find('—¿?')).toHaveLength(3)
  })

  test('by what it and its client are called now, not by what they were called', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const find = finderFor(office, firm.camila)
    await editMatter(office, {
      by: firm.camila,
      matterId: firm.matterId,
      title: 'Cobro de pesos',
      number: 'C-99-2026',
    })
    expect(await find('aromos')).toEqual([])
    expect(await find('cobro c-99')).toEqual(['Cobro de pesos'])
    await editClient(office, { by: firm.camila, clientId: firm.rosaId, name: 'Rosa Valdés' })
    expect(await find('valdes')).toEqual(['Cobro de pesos'])
    expect(await find('fuentes')).toEqual([])
  })

  test('newest first, open ones before closed, as many as asked for', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const find = finderFor(office, firm.camila)
    const ids = []
    for (const number of [1, 2, 3]) {
      office.later({ minutes: 1 })
      ids.push(await firm.addMatter({ title: `Herencia ${number}`, clients: [firm.rosaId] }))
    }
    await closeMatter(office, { by: firm.camila, matterId: ids[2] ?? '' })
    expect(await find('herencia')).toEqual(['Herencia 2', 'Herencia 1', 'Herencia 3'])
    expect(await find('herencia', 1)).toEqual(['Herencia 2'])
    // Without words: the newest ones that are open.
    expect(await find('')).toEqual(['Herencia 2', 'Herencia 1', 'Fuentes con Inmobiliaria Los Aromos'])
  })
})

test('private matters and those of other teams are found by nobody else, admins apart', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
  const lucia = await firm.addMember('Lucía Paz', 'assistant')
  const clients = [firm.rosaId]
  await firm.addMatter({
    title: 'Secreto uno',
    clients,
    visibility: 'private',
    responsible: [pablo.memberId],
  })
  await firm.addMatter({ title: 'Secreto dos', clients, team: 'Familia', responsible: [lucia.memberId] })
  const found = async (by: MemberActor) => (await finderFor(office, by)('secreto')).sort()
  expect(await found(pablo)).toEqual(['Secreto uno'])
  expect(await found(lucia)).toEqual(['Secreto dos'])
  expect(await found(firm.camila)).toEqual([])
  expect(await found(firm.ana)).toEqual(['Secreto dos', 'Secreto uno'])
  expect(await finderFor(office, firm.camila)('')).toEqual(['Fuentes con Inmobiliaria Los Aromos'])
})

test('a sensitive matter is found by its name and spoken of by its reference alone', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await firm.addMatter({
    title: 'Divorcio Fuentes',
    number: 'F-77-2026',
    alias: 'Asunto Lirio',
    clients: [firm.rosaId],
    sensitive: true,
  })
  const [found] = await findMatters(office, { by: firm.camila, words: 'divorcio' })
  expect(found).toMatchObject({ title: 'Asunto Lirio', number: null, reference: 'Asunto Lirio' })
})

test('a matter is found among hundreds that begin with the same letters', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  for (let number = 0; number < 130; number++) {
    await firm.addMatter({ title: `Cobranza masiva ${number}`, clients: [], visibility: 'private' })
  }
  office.later({ minutes: 1 })
  await firm.addMatter({ title: 'Cobranza de Rosa', clients: [firm.rosaId] })
  const find = finderFor(office, firm.camila)
  expect(await find('cobranza')).toEqual(['Cobranza de Rosa'])
  expect(await find('cobra ros')).toEqual(['Cobranza de Rosa'])
  expect(await find('cobr')).toEqual(['Cobranza de Rosa'])
})

test('a matter whose words were kept by an earlier version is found by several of them all the same', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await office.db.transaction((tx) => tx.update(matterWords).set({ kin: null }))
  const find = finderFor(office, firm.camila)
  expect(await find('aromos inmobiliaria')).toEqual(['Fuentes con Inmobiliaria Los Aromos'])
  await editMatter(office, { by: firm.camila, matterId: firm.matterId, alias: 'Lirio' })
  expect(await find('lirio aromos rosa')).toEqual(['Fuentes con Inmobiliaria Los Aromos'])
  const marks = new Set((await office.db.read.select().from(matterWords)).map((row) => row.kin))
  expect(marks.size).toBe(1)
  expect(marks).not.toContain(null)
})

test('what has the very word comes before what begins with it, though others have more of it than is looked through', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const mine = { clients: [firm.rosaId], visibility: 'private' as const, responsible: [firm.camila.memberId] }
  await firm.addMatter({ ...mine, title: 'Soto contra Banco' })
  for (let n = 0; n < 101; n++)
    await firm.addMatter({ ...mine, title: `Soto ${n}`, responsible: [firm.ana.memberId] })
  await firm.addMatter({ ...mine, title: 'Sotomayor' })
  expect(await finderFor(office, firm.camila)('soto')).toContain('Soto contra Banco')
})
