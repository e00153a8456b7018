import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { events } from '#db/schema/delivery.ts'
import { editMatter, type EditMatter } from './edit-matter.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { testOffice } from '#test/office/test-office.ts'

test('the trail names what changed and nothing else, and a matter saved as it stands leaves none', async () => {
  const office = await testOffice()
  const { camila: by, matterId } = await lawFirm(office)
  const edit = (wish: Partial<EditMatter>) => editMatter(office, { by, matterId, ...wish })
  const trail = async () => {
    const isEdit = and(eq(events.subjectId, matterId), eq(events.kind, 'matterEdited'))
    const rows = await office.db.read.select({ facts: events.facts }).from(events).where(isEdit)
    return rows.map(({ facts }) => facts)
  }
  const title = 'Fuentes con Inmobiliaria Los Aromos'
  const asItStands = { title: ` ${title} `, number: 'C-1234-2025', alias: ' ', sensitive: false }
  await edit({ ...asItStands, responsible: { added: [by.memberId], gone: [] } })
  expect(await trail()).toEqual([])
  await edit({ ...asItStands, alias: 'Lirio' })
  await edit({ title, number: '', alias: 'Lirio', sensitive: true })
  expect(await trail()).toEqual([{ fields: ['alias'] }, { fields: ['number', 'sensitiveAt'] }])
})
