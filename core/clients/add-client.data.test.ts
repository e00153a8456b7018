import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusalOf } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'
import { addClient } from './add-client.ts'

test('a tax id is taken by a living client with whom the member deals, however it is written, and by no other', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const add = (taxId: string, by = firm.camila) =>
    addClient(office, { by, name: 'Otra vez', email: 'otra@correo.example', taxId })
  const taken = (taxId: string, name: string) => ({
    code: 'tax_id_taken',
    facts: { field: 'tax-id', taxId, name },
  })
  await firm.addClient('Elisa Montt', 'elisa@correo.example', { taxId: '12.345.678-5' })
  for (const written of ['12.345.678-5', '123456785', ' 12345678-5 '])
    expect(await refusalOf(add(written))).toEqual(taken('12.345.678-5', 'Elisa Montt'))
  await firm.addClient('Hans', 'hans@correo.example', { taxId: 'AB-998877' })
  expect(await refusalOf(add('ab-998877'))).toEqual(taken('ab-998877', 'Hans'))

  // An import is believed, and other firms have clients of their own.
  await firm.addClient('Elisa Montt SpA', 'elisa@correo.example', { taxId: '12.345.678-5' })
  const { camila } = await lawFirm(office, 'T000000002')
  await add('12.345.678-5', camila)

  const zulema = { taxId: '11.111.111-1' }
  const secretId = await firm.addClient('Zulema', 'zulema@correo.example', zulema)
  await firm.addMatter({ title: 'Nulidad', clients: [secretId], visibility: 'private' })
  expect(await refusalOf(add(zulema.taxId, firm.ana))).toEqual(taken(zulema.taxId, 'Zulema'))
  await add(zulema.taxId)

  await firm.addClient('Marta', 'marta@correo.example', { taxId: '529.982.247-25' })
  await write(office.db, (tx) =>
    tx.update(clients).set({ leftAt: office.now }).where(eq(clients.name, 'Marta')),
  )
  await add('529.982.247-25')
})
