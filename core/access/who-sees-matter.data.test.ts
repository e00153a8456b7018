import { expect, test } from 'vitest'
import { hideMatter } from '../matters/hide-matter.ts'
import { addAccess } from './granting/add-access.ts'
import { extendAccess } from './granting/extend-access.ts'
import { whoSeesMatter } from './who-sees-matter.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

function lookersOf(office: TestOffice, firm: LawFirm) {
  return async (matterId: string) => {
    const { lookers } = await whoSeesMatter(office, { by: firm.ana, matterId, page: 0, size: 20 })
    return lookers.map(({ client, access, why }) => [client.name, access?.email ?? null, why])
  }
}

const link = 'link' as const

test('a member learns who sees a matter by which access, and if not, why', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { ana: by, rosaId, matterId } = firm
  const pedroId = await firm.addClient('Pedro Lagos', 'pedro@correo.example')
  const luisId = await firm.addClient('Luis Pardo', 'luis@correo.example')
  const both = { clients: [rosaId, pedroId], otherSide: [luisId] }
  const open = await firm.addMatter({ title: 'Abierta', ...both })
  const closed = await firm.addMatter({ title: 'Privada', ...both, visibility: 'private' })
  const ofTeam = await firm.addMatter({ title: 'De equipo', ...both, team: 'Familia' })
  const looks = lookersOf(office, firm)
  const against = ['Luis Pardo', null, 'other_side']

  expect(await looks(open)).toEqual([['Rosa Fuentes', null, null], ['Pedro Lagos', null, null], against])
  await addAccess(office, { by, clientId: rosaId, kind: link, email: 'rosa@correo.example' })
  const wide = { privateMatters: true, teamMatters: true }
  await addAccess(office, { by, clientId: rosaId, kind: link, email: 'hija@correo.example', ...wide })
  await addAccess(office, { by, clientId: luisId, kind: link, email: 'luis@correo.example', ...wide })
  const [narrow, all] = [
    ['Rosa Fuentes', 'rosa@correo.example'],
    ['Rosa Fuentes', 'hija@correo.example'],
  ]
  for (const [id, why] of [
    [open, null],
    [closed, 'private'],
    [ofTeam, 'team'],
  ] as const) {
    expect(await looks(id)).toEqual([[...narrow, why], [...all, null], ['Pedro Lagos', null, why], against])
  }
  await hideMatter(office, { by, matterId })
  expect(await looks(matterId)).toEqual([
    [...narrow, 'hidden'],
    [...all, 'hidden'],
  ])
})

test('an appeal is seen by the clients of the matter it was born of, unless they do not see that', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const appeal = await firm.addMatter({
    title: 'Apelación',
    clients: [],
    parent: { matterId: firm.matterId, relation: 'appeal' },
  })
  const attached = await firm.addMatter({
    title: 'Agregada',
    clients: [],
    parent: { matterId: firm.matterId, relation: 'attached' },
  })
  const looks = lookersOf(office, firm)
  expect(await looks(appeal)).toEqual([['Rosa Fuentes', null, null]])
  expect(await looks(attached)).toEqual([])
  await hideMatter(office, { by: firm.ana, matterId: firm.matterId })
  expect(await looks(appeal)).toEqual([['Rosa Fuentes', null, 'parent']])
})

test('somebody with one access for two clients sees nothing of a matter in which one of them is the other side', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const companyId = await firm.addClient('Aromos SpA', 'aromos@correo.example')
  const matterId = await firm.addMatter({
    title: 'Cobro',
    clients: [firm.rosaId],
    otherSide: [companyId],
  })
  const { accessId } = await addAccess(office, {
    by: firm.ana,
    clientId: companyId,
    kind: link,
    email: 'rosa@correo.example',
  })
  await extendAccess(office, { by: firm.ana, accessId, clientId: firm.rosaId })
  expect(await lookersOf(office, firm)(matterId)).toEqual([
    ['Rosa Fuentes', 'rosa@correo.example', 'other_side'],
    ['Aromos SpA', null, 'other_side'],
  ])
})

test('they are told page by page, and only to members who see the matter', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const others = []
  for (const name of ['Uno', 'Dos', 'Tres', 'Cuatro'])
    others.push(await firm.addClient(name, `${name}@correo.example`))
  const secretId = await firm.addMatter({ title: 'Secreta', clients: others, visibility: 'private' })
  const wish = { by: firm.ana, matterId: secretId, size: 3 }
  const first = await whoSeesMatter(office, { ...wish, page: 0 })
  expect({ count: first.lookers.length, hasMore: first.hasMore }).toEqual({ count: 3, hasMore: true })
  const last = await whoSeesMatter(office, { ...wish, page: 9 })
  expect(last.lookers.map((one) => one.client.name)).toEqual(['Cuatro'])
  expect({ page: last.page, hasMore: last.hasMore }).toEqual({ page: 1, hasMore: false })
  expect(await refusal(whoSeesMatter(office, { ...wish, by: firm.camila, page: 0 }))).toBe('not_found')
})
