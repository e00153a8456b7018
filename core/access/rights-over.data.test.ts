import { describe, expect, test } from 'vitest'
import { hideMatter } from '../matters/hide-matter.ts'
import { accessShown } from './granting/access-shown.ts'
import { addAccess, type AddAccess } from './granting/add-access.ts'
import { editAccess } from './granting/edit-access.ts'
import { extendAccess } from './granting/extend-access.ts'
import { invite } from './granting/invite.ts'
import { narrowAccess } from './granting/narrow-access.ts'
import { pageOfAccesses } from './granting/page-of-accesses.ts'
import { previewClient } from './preview/preview.ts'
import { removeAccess } from './granting/remove-access.ts'
import { whoSeesMatter } from './who-sees-matter.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

/** Camila and Pablo are lawyers; Marta's one matter is private to Pablo, and Rosa has one that everybody sees. */
async function firmWithSecrets(office: TestOffice) {
  const firm = await lawFirm(office)
  const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
  const martaId = await firm.addClient('Marta Díaz', 'marta@correo.example')
  const secretId = await firm.addMatter({
    title: 'Nulidad',
    clients: [martaId],
    visibility: 'private',
    responsible: [pablo.memberId],
  })
  return { ...firm, pablo, martaId, secretId }
}

describe('a client all of whose matters are kept from a member', () => {
  test('has no accesses for that member: none is added, listed, changed, sent, extended or looked through', async () => {
    const office = await testOffice()
    const { ana, camila, pablo, martaId, rosaId } = await firmWithSecrets(office)
    const wish = { clientId: martaId, kind: 'link' as const, email: 'marta@correo.example' }
    expect(await refusal(addAccess(office, { by: camila, ...wish, email: 'camila@estudio.example' }))).toBe(
      'not_found',
    )
    const { accessId } = await addAccess(office, { by: pablo, ...wish })
    const ofRosa = { by: camila, clientId: rosaId, kind: 'link' as const, email: 'rosa@correo.example' }
    const rosas = await addAccess(office, ofRosa)
    for (const act of [
      () => accessShown(office, { by: camila, accessId }),
      () => editAccess(office, { by: camila, accessId, email: 'camila@estudio.example' }),
      () => invite(office, { by: camila, accessId }),
      () => removeAccess(office, { by: camila, accessId }),
      () => extendAccess(office, { by: camila, accessId, clientId: rosaId }),
      () => extendAccess(office, { by: camila, accessId: rosas.accessId, clientId: martaId }),
      () => previewClient(office, { by: camila, clientId: martaId }),
      () => previewClient(office, { by: camila, clientId: martaId, accessId }),
      () => pageOfAccesses(office, { by: camila, whose: { clientId: martaId }, page: 0, size: 5 }),
    ]) {
      expect(await refusal(act())).toBe('not_found')
    }
    const listed = async (by: typeof ana) =>
      (await pageOfAccesses(office, { by, whose: 'all', page: 0, size: 5 })).accesses.map((one) => one.name)
    expect(await listed(camila)).toEqual(['Rosa Fuentes'])
    expect(await listed(ana)).toEqual(['Marta Díaz', 'Rosa Fuentes'])
    expect(await listed(pablo)).toEqual(['Marta Díaz', 'Rosa Fuentes'])
  })

  test('nor does an access that was extended to such a client', async () => {
    const office = await testOffice()
    const { ana, camila, martaId, rosaId } = await firmWithSecrets(office)
    const { accessId } = await addAccess(office, {
      by: camila,
      clientId: rosaId,
      kind: 'link',
      email: 'rosa@correo.example',
    })
    await extendAccess(office, { by: ana, accessId, clientId: martaId })
    expect(await refusal(editAccess(office, { by: camila, accessId, email: 'otra@correo.example' }))).toBe(
      'not_found',
    )
    await narrowAccess(office, { by: ana, accessId, clientId: martaId })
    await editAccess(office, { by: camila, accessId, email: 'otra@correo.example' })
  })
})

describe('the switches for private and team matters', () => {
  async function ofRosa(office: TestOffice, more: Partial<AddAccess> = {}) {
    const firm = await firmWithSecrets(office)
    const { rosaId, pablo } = firm
    const secret = await firm.addMatter({
      title: 'Interdicción',
      clients: [rosaId],
      visibility: 'private',
      responsible: [pablo.memberId],
    })
    const wish = { clientId: rosaId, kind: 'link' as const, email: 'rosa@correo.example', ...more }
    return { ...firm, secret, wish }
  }

  test('are turned on by whoever sees all that they open, and by admins', async () => {
    const office = await testOffice()
    const { ana, camila, pablo, wish, rosaId } = await ofRosa(office, { privateMatters: true })
    expect(await refusal(addAccess(office, { by: camila, ...wish }))).toBe('beyond_own_sight')
    const { accessId } = await addAccess(office, { by: pablo, ...wish })
    const second = await addAccess(office, {
      by: camila,
      clientId: rosaId,
      kind: 'link',
      email: 'hijo@correo.example',
    })
    const widening = { accessId: second.accessId, privateMatters: true }
    expect(await refusal(editAccess(office, { by: camila, ...widening }))).toBe('beyond_own_sight')
    await editAccess(office, { by: ana, ...widening })
    // Taking such an access over is as much as turning it on; a name or a narrower view is not.
    const taking = editAccess(office, { by: camila, accessId, email: 'camila@estudio.example' })
    expect(await refusal(taking)).toBe('beyond_own_sight')
    await editAccess(office, { by: camila, accessId, name: 'Rosa F.', email: 'ROSA@correo.example', can: [] })
    await editAccess(office, { by: camila, accessId, privateMatters: false })
    expect(await refusal(editAccess(office, { by: camila, accessId, privateMatters: true }))).toBe(
      'beyond_own_sight',
    )
  })

  test('count what is hidden, and what was born of the client’s matters', async () => {
    const office = await testOffice()
    const { camila, pablo, wish, secret, matterId, addMatter } = await ofRosa(office, {
      privateMatters: true,
    })
    await hideMatter(office, { by: pablo, matterId: secret })
    expect(await refusal(addAccess(office, { by: camila, ...wish }))).toBe('beyond_own_sight')
    const parent = { matterId, relation: 'appeal' as const }
    await addMatter({ title: 'Apelación', clients: [], visibility: 'private', responsible: [], parent })
    expect(await refusal(addAccess(office, { by: pablo, ...wish }))).toBe('beyond_own_sight')
  })

  test('are not turned on ahead of the matters that they will open', async () => {
    const office = await testOffice()
    const { ana, camila, addClient, wish } = await ofRosa(office, { privateMatters: true })
    const newId = await addClient('Cliente Nuevo', 'nuevo@correo.example')
    const early = { ...wish, clientId: newId, email: 'nuevo@correo.example' }
    expect(await refusal(addAccess(office, { by: camila, ...early }))).toBe('beyond_own_sight')
    await addAccess(office, { by: camila, ...early, privateMatters: false })
    const { accessId } = await addAccess(office, { by: ana, ...early, email: 'nuevo2@correo.example' })
    expect((await accessShown(office, { by: camila, accessId })).privateMatters).toBe(true)
  })

  test('of an access that is extended must be open to the member for each client', async () => {
    const office = await testOffice()
    const { ana, camila, pablo, wish, martaId, addMatter } = await ofRosa(office, { privateMatters: true })
    const { accessId } = await addAccess(office, { by: ana, ...wish })
    await addMatter({ title: 'Abierta', clients: [martaId] })
    const extending = { accessId, clientId: martaId }
    expect(await refusal(extendAccess(office, { by: camila, ...extending }))).toBe('beyond_own_sight')
    await extendAccess(office, { by: pablo, ...extending })
    expect((await accessShown(office, { by: camila, accessId })).clients).toHaveLength(2)
  })
})

test('members of another firm find no client and no access of this one', async () => {
  const office = await testOffice()
  const { camila, rosaId, matterId } = await lawFirm(office)
  const other = await lawFirm(office, 'T000000002')
  const wish = { clientId: rosaId, kind: 'link' as const, email: 'rosa@correo.example' }
  const { accessId } = await addAccess(office, { by: camila, ...wish })
  const by = other.ana
  for (const act of [
    () => addAccess(office, { by, ...wish, email: 'otra@correo.example' }),
    () => accessShown(office, { by, accessId }),
    () => editAccess(office, { by, accessId, name: 'Otra' }),
    () => invite(office, { by, accessId }),
    () => removeAccess(office, { by, accessId }),
    () => extendAccess(office, { by, accessId, clientId: other.rosaId }),
    () => narrowAccess(office, { by, accessId, clientId: rosaId }),
    () => previewClient(office, { by, clientId: other.rosaId, accessId }),
    () => previewClient(office, { by, clientId: rosaId }),
    () => whoSeesMatter(office, { by, matterId, page: 0, size: 5 }),
    () => pageOfAccesses(office, { by, whose: { clientId: rosaId }, page: 0, size: 5 }),
    () => pageOfAccesses(office, { by, whose: { matterId }, page: 0, size: 5 }),
  ]) {
    expect(await refusal(act())).toBe('not_found')
  }
  expect((await pageOfAccesses(office, { by, whose: 'all', page: 0, size: 5 })).accesses).toEqual([])
})
