import { expect, test } from 'vitest'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice } from '#test/office/test-office.ts'
import { changing } from './changing.ts'
import { matters } from './schema/matters.ts'

const close = changing(matters, ['closedAt', 'title'])

test('only the columns it is made for are set, of the rows named alone, and of none where none is', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const [one, two, other] = await Promise.all(
    ['Uno', 'Dos', 'Otra'].map((title) => firm.addMatter({ title, clients: [firm.rosaId] })),
  )
  const closedAt = new Date('2026-03-04T10:00:00Z')
  const [before] = await rowsOf([one ?? ''])
  await office.db.transaction(async (tx) => {
    // Whatever else the values hold, as a whole row does, stays as it is.
    const wish = { number: 'C-1-2026', reference: 'OTRA', closedAt, title: 'Cerrada' }
    await close(tx, [one ?? '', two ?? ''], wish)
    await close(tx, [], { closedAt, title: 'Ninguna' })
  })
  expect(await rowsOf([one ?? ''])).toEqual([{ ...before, closedAt, title: 'Cerrada' }])
  expect(await rowsOf([two ?? ''])).toMatchObject([{ closedAt, title: 'Cerrada' }])
  expect(await rowsOf([other ?? ''])).toMatchObject([{ closedAt: null, title: 'Otra' }])
  await office.db.transaction((tx) => close(tx, [one ?? ''], { closedAt: null, title: 'Abierta' }))
  expect(await rowsOf([one ?? ''])).toEqual([{ ...before, title: 'Abierta' }])

  async function rowsOf(ids: string[]) {
    const rows = await office.db.read.select().from(matters)
    return rows.filter((row) => ids.includes(row.id))
  }
})
