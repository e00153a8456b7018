import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { addEntry } from '../entries/add-entry.ts'
import { fileUrl } from '../files/file-pass.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { enterAnswer } from '../replies/handing-in/enter-answer.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { moveFile } from '../replies/files/move-file.ts'
import { openFile, openFileByPass } from '../replies/files/open-file.ts'
import { setToSign } from '../requests/set-to-sign.ts'
import { releaseFile } from './release-file.ts'
import { scanHeld } from './scan-held.ts'
import { askFor, itemCalled, itemsIn } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf, type Attachment } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { freePort } from '#test/product/free-port.ts'
import { eicar, hasClamd, startClamd, type RunningClamd } from '#test/virus/start-clamd.ts'

vi.setConfig({ testTimeout: 90_000 })

const rosa = 'rosa@correo.example'

async function asked(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula de identidad\nContrato\nPoder (firmar)')
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const mail = (...attachments: Attachment[]) => mailComesIn(office, { from: rosa, to, attachments })
  const item = await itemCalled(office, requestId, 'Cédula de identidad')
  return { firm, requestId, session, mail, item }
}

const stored = (office: Office) => office.db.read.select().from(files).orderBy(files.id)
const statusOf = async (office: Office, requestId: string) =>
  (await itemsIn(office, requestId)).map((item) => item.status)

async function byMember(office: Office, by: MemberActor, fileId: string) {
  const pass = new URL(fileUrl(office, fileId, by.memberId)).searchParams.get('pass') ?? ''
  return openFileByPass(office, fileId, pass)
}

describe.skipIf(!hasClamd)('with a real clamd', () => {
  let clamd: RunningClamd
  beforeAll(async () => {
    clamd = await startClamd({ most: 100_000 })
  })
  afterAll(() => clamd.stop())
  const scanning = () => testOffice({ CLAMD: clamd.at })

  test('a virus that comes by mail answers nothing, is opened by nobody, and is told to both, the rest counts', async () => {
    const office = await scanning()
    const { firm, requestId, mail, session } = await asked(office)
    await mail({ name: 'cedula.pdf', content: eicar }, { name: 'contrato.pdf' })
    expect(await statusOf(office, requestId)).toEqual(['pending', 'received', 'pending'])
    const { letters, notes } = await deliver(office)
    expect(notes).toMatchObject([
      {
        items: [{ title: 'Contrato' }],
        setAside: [{ name: 'cedula.pdf', flag: 'infected', held: 'infected', url: '' }],
      },
    ])
    expect(letters).toMatchObject([
      {
        kind: 'receipt',
        notUsable: [{ name: 'cedula.pdf', flag: 'infected' }],
        arrived: [{ title: 'Contrato' }],
      },
    ])
    const [virus, contract] = await stored(office)
    expect(virus).toMatchObject({
      heldBecause: 'infected',
      virus: expect.stringContaining('Eicar') as string,
    })
    expect(await refusal(byMember(office, firm.camila, virus?.id ?? ''))).toBe('file_held')
    expect(await refusal(openFile(office, session, virus?.id ?? ''))).toBe('not_found')
    expect(await byMember(office, firm.camila, contract?.id ?? '')).toMatchObject({ name: 'contrato.pdf' })
    expect(await refusal(releaseFile(office, { by: firm.camila, fileId: virus?.id ?? '' }))).toBe(
      'file_infected',
    )
    const { id: itemId } = await itemCalled(office, requestId, 'Cédula de identidad')
    for (const to of [{ itemId }, { documentsOf: firm.matterId }])
      expect(await refusal(moveFile(office, { by: firm.camila, fileId: virus?.id ?? '', to }))).toBe(
        'file_infected',
      )
    expect(await statusOf(office, requestId)).toEqual(['pending', 'received', 'pending'])
  })

  test('a virus uploaded in the portal is held and told, and what was beside it is received', async () => {
    const office = await scanning()
    const { requestId, session, item } = await asked(office)
    const hand = (...uploads: ReturnType<typeof upload>[]) =>
      handIn(office, { by: { session }, itemId: item.id, files: uploads })
    expect(await refusal(hand(upload('foto.pdf', eicar)))).toBe('file_infected')
    expect(await statusOf(office, requestId)).toEqual(['pending', 'pending', 'pending'])
    expect((await deliver(office)).notes).toMatchObject([
      { setAside: [{ name: 'foto.pdf', held: 'infected' }] },
    ])
    expect(await refusal(hand(upload('otra.pdf', eicar), upload('buena.pdf')))).toBe('file_infected')
    expect(await statusOf(office, requestId)).toEqual(['received', 'pending', 'pending'])
    const rows = await stored(office)
    expect(rows.map((file) => [file.name, file.answerId !== null, file.heldBecause])).toEqual([
      ['foto.pdf', false, 'infected'],
      ['otra.pdf', false, 'infected'],
      ['buena.pdf', true, null],
    ])
  })

  test("a member's own upload with a virus is refused, and nothing of it stays", async () => {
    const office = await scanning()
    const { firm, requestId, item } = await asked(office)
    const by = firm.camila
    const toSign = await itemCalled(office, requestId, 'Poder')
    const virus = () => upload('virus.pdf', eicar)
    const entered = { by, itemId: item.id, clientId: firm.rosaId, road: 'whatsapp' as const, receipt: false }
    expect(await refusal(enterAnswer(office, { ...entered, files: [upload('a.pdf'), virus()] }))).toBe(
      'file_infected',
    )
    expect(await refusal(setToSign(office, { by, itemId: toSign.id, files: [virus()] }))).toBe(
      'file_infected',
    )
    const document = {
      by,
      matterId: firm.matterId,
      kind: 'document' as const,
      title: 'Escrito',
      file: virus(),
    }
    expect(await refusal(addEntry(office, document))).toBe('file_infected')
    expect(await stored(office)).toEqual([])
    expect(await office.files.list('files')).toEqual([])
  })

  test('what is over its limit is held, never clean; a member may answer for it', async () => {
    const office = await scanning()
    const { firm, requestId, mail } = await asked(office)
    await mail({ name: 'contrato.pdf', content: 'x'.repeat(150_000) })
    expect(await statusOf(office, requestId)).toEqual(['pending', 'received', 'pending'])
    expect((await deliver(office)).notes).toMatchObject([
      { items: [{ files: [{ held: 'limits', url: '' }] }] },
    ])
    const [file] = await stored(office)
    const fileId = file?.id ?? ''
    expect(await refusal(byMember(office, firm.camila, fileId))).toBe('file_held')
    expect(await scanHeld(office)).toEqual({ cleared: 0, infected: 0 })
    const stranger = await firm.addMember('Olga Vera', 'lawyer')
    const elsewhere = { ...stranger, firmId: 'another' }
    expect(await refusal(releaseFile(office, { by: elsewhere, fileId }))).toBe('not_a_member')
    await releaseFile(office, { by: firm.camila, fileId, interaction: 'once' })
    await releaseFile(office, { by: firm.camila, fileId, interaction: 'once' })
    expect(await byMember(office, firm.camila, fileId)).toMatchObject({ name: 'contrato.pdf' })
    expect(await stored(office)).toMatchObject([{ heldBecause: null, releasedBy: firm.camila.memberId }])
    const { notes } = await deliver(office)
    expect(notes).toMatchObject([
      { items: [{ files: [{ held: null, url: expect.stringContaining(fileId) as string }] }] },
    ])
  })

  test('while clamd is down everything is held; when it is back the clean is released and the infected taken out', async () => {
    const port = await freePort()
    const office = await testOffice({ CLAMD: `127.0.0.1:${port}` })
    const { firm, requestId, mail, session, item } = await asked(office)
    await mail({ name: 'cedula.pdf', content: eicar }, { name: 'contrato.pdf' })
    await handIn(office, { by: { session }, itemId: item.id, files: [upload('reverso.pdf')] })
    await addEntry(office, {
      by: firm.camila,
      matterId: firm.matterId,
      kind: 'document',
      title: 'Escrito',
      file: upload('escrito.pdf'),
    })
    expect(await statusOf(office, requestId)).toEqual(['received', 'received', 'pending'])
    expect((await stored(office)).map((file) => file.heldBecause)).toEqual(['down', 'down', 'down', 'down'])
    for (const { id } of await stored(office))
      expect(await refusal(byMember(office, firm.camila, id))).toBe('file_held')
    const contract = (await stored(office)).find((file) => file.name === 'contrato.pdf')?.id ?? ''
    expect(await refusal(openFile(office, session, contract))).toBe('file_held')
    expect(await scanHeld(office)).toEqual({ cleared: 0, infected: 0 })
    await deliver(office)

    const back = await startClamd({ port })
    try {
      expect(await scanHeld(office)).toEqual({ cleared: 3, infected: 1 })
      expect(await scanHeld(office)).toEqual({ cleared: 0, infected: 0 })
    } finally {
      await back.stop()
    }
    // The other side of the card still answers; what was infected does not.
    expect(await statusOf(office, requestId)).toEqual(['received', 'received', 'pending'])
    expect(await openFile(office, session, contract)).toMatchObject({ name: 'contrato.pdf' })
    const { letters, notes } = await deliver(office)
    expect(notes.find((note) => note.kind === 'answersArrived' && note.via === 'mail')).toMatchObject({
      setAside: [{ name: 'cedula.pdf', held: 'infected' }],
    })
    expect(letters).toMatchObject([
      { kind: 'receipt', notUsable: [{ name: 'cedula.pdf', flag: 'infected' }] },
    ])
  })

  test('a held file whose bytes are gone keeps none of the others waiting', async () => {
    const port = await freePort()
    const office = await testOffice({ CLAMD: `127.0.0.1:${port}` })
    const { mail } = await asked(office)
    await mail({ name: 'cedula.pdf' }, { name: 'contrato.pdf' })
    const [lost] = await stored(office)
    await office.files.remove(lost?.storedAs ?? '')
    const back = await startClamd({ port })
    try {
      expect(await scanHeld(office)).toEqual({ cleared: 1, infected: 0 })
    } finally {
      await back.stop()
    }
    expect((await stored(office)).map((file) => file.heldBecause)).toEqual(['down', null])
  })

  test('an item whose only file proves infected is wanted again', async () => {
    const port = await freePort()
    const office = await testOffice({ CLAMD: `127.0.0.1:${port}` })
    const { requestId, mail } = await asked(office)
    await mail({ name: 'contrato.pdf', content: eicar })
    expect(await statusOf(office, requestId)).toEqual(['pending', 'received', 'pending'])
    const back = await startClamd({ port })
    await scanHeld(office).finally(() => back.stop())
    expect(await statusOf(office, requestId)).toEqual(['pending', 'pending', 'pending'])
  })
})

test('without a scanner nothing is held', async () => {
  const office = await testOffice()
  const { mail, session } = await asked(office)
  await mail({ name: 'contrato.pdf', content: eicar })
  const [file] = await stored(office)
  expect(file).toMatchObject({ heldBecause: null, scannedAt: null })
  expect(await openFile(office, session, file?.id ?? '')).toMatchObject({ name: 'contrato.pdf' })
  // One that was held before its scanner was taken away stays so: nobody has cleared it.
  await write(office.db, (tx) =>
    tx
      .update(files)
      .set({ heldBecause: 'down' })
      .where(eq(files.id, file?.id ?? '')),
  )
  expect(await scanHeld(office)).toEqual({ cleared: 0, infected: 0 })
  expect(await refusal(openFile(office, session, file?.id ?? ''))).toBe('file_held')
})
