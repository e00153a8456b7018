import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { entries } from '#db/schema/access.ts'
import { addEntry } from '../entries/add-entry.ts'
import { publishNews } from '../news/publish-news.ts'
import { openFile } from '../replies/files/open-file.ts'
import { requestForClient } from '../requests/request-for-client.ts'
import { waiveItem } from '../requests/waive-item.ts'
import { closeMatter } from './close-matter.ts'
import { matterForClient } from './matter-for-client.ts'
import { mattersForClient } from './matters-for-client.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'

test('what waits for the client stands first, soonest due on top; then the liveliest; closed matters last', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const add = (title: string) => firm.addMatter({ title, clients: [firm.rosaId] })
  const [closed, quiet, lively, undated, late, soon] = [
    await add('Cerrada'),
    await add('Quieta'),
    await add('Activa'),
    await add('Sin fecha'),
    await add('Después'),
    await add('Pronto'),
  ]
  const body = words('Hola')
  await publishNews(office, { by: firm.camila, matterId: quiet, body })
  office.later({ hours: 1 })
  await publishNews(office, { by: firm.camila, matterId: lively, body })
  await publishNews(office, { by: firm.camila, matterId: closed, body })
  await closeMatter(office, { by: firm.camila, matterId: closed })
  await askFor(office, firm, 'Cédula', { matterId: undated, dueOn: null })
  await askFor(office, firm, 'Cédula', { matterId: late, dueOn: '2026-03-20' })
  await askFor(office, firm, 'Cédula\nPoder', { matterId: soon, dueOn: '2026-03-06' })
  const done = await askFor(office, firm, 'Cédula', { matterId: quiet, dueOn: '2026-03-04' })
  await waiveItem(office, { by: firm.camila, itemId: (await itemCalled(office, done, 'Cédula')).id })
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const list = await mattersForClient(office, session)
  expect(list.map((matter) => matter.title)).toEqual([
    'Pronto',
    'Después',
    'Sin fecha',
    expect.stringMatching(/Activa|Quieta/),
    expect.stringMatching(/Activa|Quieta/),
    'Fuentes con Inmobiliaria Los Aromos',
    'Cerrada',
  ])
  expect(list[0]).toMatchObject({ waiting: 2, nextDueOn: '2026-03-06', overdue: false })
})

test('a request is overdue once its day has ended where the client lives', async () => {
  // 20:30 on the 3rd in Santiago, 00:30 on the 4th in Madrid.
  const office = await testOffice({}, '2026-03-03T23:30:00Z')
  const firm = await lawFirm(office)
  const carmenId = await firm.addClient('Carmen Ruiz', 'carmen@correo.example', { timeZone: 'Europe/Madrid' })
  const matterId = await firm.addMatter({ title: 'Herencia', clients: [carmenId, firm.rosaId] })
  const requestId = await askFor(office, firm, 'Cédula', { matterId, dueOn: '2026-03-03' })
  const carmen = await enterPortal(office, firm, carmenId, { email: 'carmen@correo.example' })
  const rosa = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  expect((await requestForClient(office, carmen.session, requestId)).overdue).toBe(true)
  expect((await requestForClient(office, rosa.session, requestId)).overdue).toBe(false)
  expect((await mattersForClient(office, carmen.session))[0]?.overdue).toBe(true)
})

test('an entry that is held back or deleted is neither shown nor counted nor downloaded', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { matterId } = firm
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const entry = { by: firm.camila, matterId, kind: 'document' as const, title: 'Sentencia' }
  const { entryId } = await addEntry(office, { ...entry, file: upload('sentencia.pdf') })
  const fileId = (await matterForClient(office, session, matterId)).history[0]?.file?.id ?? ''
  for (const change of [{ releasedAt: null }, { releasedAt: office.now, deletedAt: office.now }]) {
    await office.db.transaction((tx) => tx.update(entries).set(change).where(eq(entries.id, entryId)))
    expect((await matterForClient(office, session, matterId)).history).toEqual([])
    expect((await mattersForClient(office, session))[0]?.lastActivityAt).toBeNull()
    expect(await refusal(openFile(office, session, fileId))).toBe('not_found')
  }
})
