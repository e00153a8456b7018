import { readFile, utimes } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attempts, previews, stepUpCodes } from '#db/schema/access.ts'
import { drafts } from '#db/schema/communication.ts'
import { interactions } from '#db/schema/delivery.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { countAttempt } from './access/attempts.ts'
import { clientSession } from './access/session/client-session.ts'
import { previewClient } from './access/preview/preview.ts'
import { sendCode } from './access/step-up/send-code.ts'
import { addEntry } from './entries/add-entry.ts'
import { readDraft, saveDraft } from './news/draft.ts'
import { hideMatter } from './matters/hide-matter.ts'
import { handIn } from './replies/handing-in/hand-in.ts'
import { tidy } from './tidy.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

/** As if every stored file had been written two days ago. */
async function age(office: TestOffice) {
  const then = new Date(office.now.getTime() - 2 * 24 * 3_600_000)
  for (const folder of ['files', 'inbound']) {
    for (const { key } of await office.files.list(folder)) await utimes(office.files.pathOf(key), then, then)
  }
}

const put = (office: TestOffice, key: string) => office.files.put(key, Readable.from([Buffer.from('bytes')]))

async function keys(office: TestOffice): Promise<string[]> {
  const stored = [...(await office.files.list('files')), ...(await office.files.list('inbound'))]
  return stored.map((file) => file.key).sort()
}

test('what belongs to nothing is gone after a day; whatever a row speaks of stays', async () => {
  const office = await testOffice({}, new Date().toISOString())
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato', { dueOn: null })
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  await handIn(office, { by: { session }, itemId, files: [upload('cedula.pdf')] })
  const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
  const quarantined = { from: 'otro@correo.example', to, attachments: [{ name: 'contrato.pdf' }] }
  await mailComesIn(office, quarantined)
  await mailComesIn(office, { from: 'rosa@correo.example', to, attachments: [{ name: 'contrato.pdf' }] })
  const entry = { by: firm.camila, matterId: firm.matterId, kind: 'document' as const, title: 'Acta' }
  await addEntry(office, { ...entry, file: upload('acta.pdf') })
  const known = await keys(office)
  expect(known).toHaveLength(6)

  await put(office, 'files/zz/orphan')
  await put(office, 'inbound/zz/orphan.eml')
  await put(office, 'files/zz/orphan.1234.part')
  // Young orphans may be an upload that is still going on.
  expect(await tidy(office)).toMatchObject({ files: 0 })
  await age(office)
  await put(office, 'files/zz/young')
  expect(await tidy(office)).toMatchObject({ files: 3 })
  expect(await keys(office)).toEqual([...known, 'files/zz/young'].sort())
  expect(await tidy(office)).toEqual({ sessions: 0, drafts: 0, interactions: 0, uploads: 0, files: 0 })

  const rows = await office.db.read.select().from(files)
  for (const row of rows) expect((await readFile(office.files.pathOf(row.storedAs))).length).toBe(row.size)
  expect(await office.db.read.select().from(inboundMessages)).toHaveLength(2)
  // A purged file's bytes go; its row, the tombstone, stays.
  const [purged] = rows
  await office.db.transaction((tx) =>
    tx
      .update(files)
      .set({ purgedAt: office.now })
      .where(eq(files.id, purged?.id ?? '')),
  )
  await age(office)
  expect(await tidy(office)).toMatchObject({ files: 2 })
  expect(await keys(office)).not.toContain(purged?.storedAs)
  expect(await office.db.read.select().from(files)).toHaveLength(rows.length)
})

test('ended sessions, forgotten drafts and old interactions go; those still of use stay', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const content = { kind: 'news' as const, matterId: firm.matterId, body: words('Hola') }
  const old = await enterPortal(office, firm, firm.rosaId, { email: 'vieja@correo.example' })
  office.later({ days: 25 })
  await hideMatter(office, { by: firm.camila, matterId: firm.matterId, interaction: 'old' })
  office.later({ days: 4 })
  await saveDraft(office, { by: firm.camila, content })
  office.later({ days: 3 })
  const draftId = await saveDraft(office, { by: firm.camila, content })
  await anInteraction(office, firm.firmId)
  const young = await enterPortal(office, firm, firm.rosaId, { email: 'nueva@correo.example' })
  expect(await tidy(office)).toMatchObject({ sessions: 1, drafts: 1, interactions: 0 })
  office.later({ minutes: 1 })
  expect(await clientSession(office, young.sessionToken)).not.toBeNull()
  expect(await clientSession(office, old.sessionToken)).toBeNull()
  expect(await readDraft(office, { by: firm.camila, draftId })).toMatchObject({ kind: 'news' })
  expect(await tidy(office)).toMatchObject({ interactions: 1 })
  expect(await office.db.read.select().from(interactions)).toMatchObject([{ key: 'young' }])
  expect(await office.db.read.select().from(drafts)).toHaveLength(1)
})

async function anInteraction(office: TestOffice, firmId: string) {
  await office.db.transaction((tx) =>
    tx.insert(interactions).values({ firmId, key: 'young', at: office.now }),
  )
}

test('what was tried, looked at and proven is not kept past its time', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await countAttempt(office, 'login', 'rosa', { most: 3, minutes: 15 })
  await previewClient(office, { by: firm.ana, clientId: firm.rosaId })
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  await sendCode(office, session)
  const kept = async () => [
    (await office.db.read.select().from(attempts)).length,
    (await office.db.read.select().from(previews)).length,
    (await office.db.read.select().from(stepUpCodes)).length,
  ]
  await tidy(office)
  expect(await kept()).toEqual([3, 1, 1])
  office.later({ days: 1, hours: 1 })
  await tidy(office)
  expect(await kept()).toEqual([0, 0, 0])
})
