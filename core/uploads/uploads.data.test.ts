import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { answers, files } from '#db/schema/replies.ts'
import { uploadParts, uploads } from '#db/schema/uploads.ts'
import { removeAccess } from '../access/granting/remove-access.ts'
import type { Uploader } from '../replies/handing-in/asked-item.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { waiveItem } from '../requests/waive-item.ts'
import { tidy } from '../tidy.ts'
import { appendPart } from './append-part.ts'
import { beginUpload } from './begin-upload.ts'
import { uploadState } from './upload-state.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

async function* bytesOf(...chunks: (string | Buffer)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

async function asked(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato')
  const { session, accessId } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  const by: Uploader = { session }
  const begin = async (size: number, name = 'cedula.pdf') =>
    (await beginUpload(office, { by, itemId, name, type: 'application/pdf', size })).uploadId
  const append = (uploadId: string, offset: number, ...chunks: (string | Buffer)[]) =>
    appendPart(office, { by, uploadId, offset, bytes: bytesOf(...chunks) })
  return { firm, requestId, itemId, by, accessId, begin, append }
}

const pieces = async (office: TestOffice) => (await office.files.list('uploads')).length
const kept = async (office: TestOffice) => (await office.files.list('files')).length

test('a file that comes in pieces is handed in whole, and its pieces are gone', async () => {
  const office = await testOffice()
  const { by, itemId, begin, append } = await asked(office)
  const whole = Buffer.concat([Buffer.from('%PDF-1.4 '), Buffer.alloc(300_000, 'abc')])
  const uploadId = await begin(whole.length, '../cédula\u202e.pdf')
  let offset = 0
  for (const size of [1, 9, 200_000, 100_000]) {
    const answer = await append(uploadId, offset, whole.subarray(offset, offset + size))
    offset = Math.min(offset + size, whole.length)
    expect(answer).toEqual({ taken: true, offset })
  }
  expect(await uploadState(office, { by, uploadId })).toEqual({ offset: whole.length, size: whole.length })
  const { counts } = await handIn(office, { by, itemId, files: [], uploads: [uploadId] })
  expect(counts.received).toBe(1)
  const [file] = await office.db.read.select().from(files)
  expect(file).toMatchObject({ name: 'cédula.pdf', type: 'application/pdf', size: whole.length })
  expect(file?.sha256).toBe(createHash('sha256').update(whole).digest('hex'))
  expect(await readFile(office.files.pathOf(file?.storedAs ?? ''))).toEqual(whole)
  expect(await pieces(office)).toBe(0)
})

test('a piece from the wrong place is not taken, and its sender is told the right one', async () => {
  const office = await testOffice()
  const { begin, append } = await asked(office)
  const uploadId = await begin(10)
  expect(await append(uploadId, 0, 'hola')).toEqual({ taken: true, offset: 4 })
  expect(await append(uploadId, 0, 'hola')).toEqual({ taken: false, offset: 4 })
  expect(await append(uploadId, 7, 'abc')).toEqual({ taken: false, offset: 4 })
  expect(await append(uploadId, 4, '')).toEqual({ taken: false, offset: 4 })
  // Two tabs, or a repeat that overtook its answer: one of them counts.
  const twice = await Promise.all([append(uploadId, 4, 'mundo'), append(uploadId, 4, 'mundo')])
  expect(twice.map((answer) => answer.taken).sort()).toEqual([false, true])
  expect(twice.map((answer) => answer.offset)).toEqual([9, 9])
  expect(await pieces(office)).toBe(2)
})

test('of a piece that breaks off nothing is kept, and it can be sent again', async () => {
  const office = await testOffice()
  const { by, begin, append } = await asked(office)
  const uploadId = await begin(8)
  async function* broken() {
    yield Buffer.from('half')
    throw new Error('the line went dead')
  }
  await expect(appendPart(office, { by, uploadId, offset: 0, bytes: broken() })).rejects.toThrow('went dead')
  expect(await pieces(office)).toBe(0)
  expect(await append(uploadId, 0, 'complete')).toEqual({ taken: true, offset: 8 })
})

describe('what is too much', () => {
  test('is refused before it comes, or where it goes past what was announced', async () => {
    const office = await testOffice({ MAX_MESSAGE_BYTES: '10000000' })
    const { begin, append } = await asked(office)
    expect(await refusal(begin(10_000_001))).toBe('file_too_large')
    expect(await refusal(begin(1.5))).toBe('file_too_large')
    expect(await refusal(begin(Infinity))).toBe('file_too_large')
    expect(await refusal(begin(NaN))).toBe('file_empty')
    expect(await refusal(begin(0))).toBe('file_empty')
    expect(await refusal(begin(-1))).toBe('file_empty')
    const uploadId = await begin(10)
    expect(await refusal(append(uploadId, 0, 'eleven char'))).toBe('file_too_large')
    const large = await begin(9_000_000)
    expect(await refusal(append(large, 0, Buffer.alloc(4 * 1024 * 1024), 'x'))).toBe('file_too_large')
    expect(await pieces(office)).toBe(0)
  })

  test('of unfinished files at once, by number and by size, is refused until some are handed in', async () => {
    const office = await testOffice({ MAX_MESSAGE_BYTES: '1024' })
    const { by, itemId, begin, append } = await asked(office)
    const first = await begin(1024)
    for (let i = 0; i < 3; i++) await begin(1024)
    expect(await refusal(begin(1))).toBe('too_many_files')
    await append(first, 0, 'x'.repeat(1024))
    await handIn(office, { by, itemId, files: [], uploads: [first] })
    for (let i = 0; i < 57; i++) await begin(1)
    expect(await refusal(begin(1))).toBe('too_many_files')
    office.later({ days: 2 })
    await begin(1)
  })

  test('when several files together are too large, or too many, none is handed in', async () => {
    const office = await testOffice({ MAX_MESSAGE_BYTES: '1024' })
    const { by, itemId, begin, append } = await asked(office)
    const two = [await begin(600), await begin(600)]
    for (const one of two) await append(one, 0, 'x'.repeat(600))
    expect(await refusal(handIn(office, { by, itemId, files: [], uploads: two }))).toBe('file_too_large')
    const crowd = []
    for (let i = 0; i < 21; i++) {
      crowd.push(await begin(1))
      await append(crowd[i] ?? '', 0, 'x')
    }
    expect(await refusal(handIn(office, { by, itemId, files: [], uploads: crowd }))).toBe('too_many_files')
    expect(await kept(office)).toBe(0)
    expect(await office.db.read.select().from(answers)).toEqual([])
  })
})

test('the same uploads count once, however often and at once they are handed in', async () => {
  const office = await testOffice()
  const { by, itemId, requestId, begin, append } = await asked(office)
  const uploadId = await begin(4)
  await append(uploadId, 0, 'hola')
  const wish = { by, itemId, files: [], uploads: [uploadId, uploadId] }
  const done = await Promise.all([handIn(office, wish), handIn(office, wish)])
  done.push(await handIn(office, { ...wish, text: 'otra vez' }))
  expect(done.map((one) => one.requestId)).toEqual([requestId, requestId, requestId])
  expect(await office.db.read.select().from(files)).toHaveLength(1)
  expect(await office.db.read.select().from(answers)).toMatchObject([{ text: null }])
  expect(await kept(office)).toBe(1)
  expect(await pieces(office)).toBe(0)
  // A finished upload is over: whoever chooses the same file again begins anew.
  expect(await refusal(uploadState(office, { by, uploadId }))).toBe('not_found')
  expect(await refusal(append(uploadId, 4, 'x'))).toBe('not_found')
})

describe('an upload is its sender’s alone', () => {
  test('another client, another access and a link cannot go on with it or hand it in', async () => {
    const office = await testOffice()
    const { firm, by, itemId, requestId, begin } = await asked(office)
    const uploadId = await begin(4)
    const { letters } = await deliver(office)
    const link = letters.find((one) => one.to.email === 'rosa@correo.example' && one.uploadUrl)?.uploadUrl
    const pedroId = await firm.addClient('Pedro Soto', 'pedro@correo.example')
    const others: Uploader[] = [
      { uploadToken: link?.split('/').at(-1) ?? '' },
      { uploadToken: 'abcdefghijklmnop-abcdefghijklmnop' },
      { session: (await enterPortal(office, firm, firm.rosaId, { email: 'dos@correo.example' })).session },
      { session: (await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })).session },
    ]
    for (const other of others) {
      const piece = { by: other, uploadId, offset: 0, bytes: bytesOf('hola') }
      expect(await refusal(appendPart(office, piece))).toBe('not_found')
      expect(await refusal(uploadState(office, { by: other, uploadId }))).toBe('not_found')
    }
    await appendPart(office, { by, uploadId, offset: 0, bytes: bytesOf('hola') })
    for (const other of others.slice(0, 3)) {
      const said = await refusal(handIn(office, { by: other, itemId, files: [], uploads: [uploadId] }))
      expect(['not_found', 'nothing_handed_in']).toContain(said)
    }
    const { id: contract } = await itemCalled(office, requestId, 'Contrato')
    expect(await refusal(handIn(office, { by, itemId: contract, files: [], uploads: [uploadId] }))).toBe(
      'nothing_handed_in',
    )
    expect(await office.db.read.select().from(files)).toEqual([])
  })

  test('who came by the link of a letter hands in by pieces, too', async () => {
    const office = await testOffice()
    const { itemId } = await asked(office)
    const { letters } = await deliver(office)
    const link = letters.find((one) => one.to.email === 'contador@correo.example')?.uploadUrl
    const by = { uploadToken: link?.split('/').at(-1) ?? '' }
    const file = { by, itemId, name: 'contrato.pdf', type: '', size: 9 }
    const { uploadId } = await beginUpload(office, file)
    await appendPart(office, { by, uploadId, offset: 0, bytes: bytesOf('%PDF-1.4 ') })
    await handIn(office, { by, itemId, files: [], uploads: [uploadId] })
    expect(await office.db.read.select().from(answers)).toMatchObject([
      { fromAddress: 'contador@correo.example' },
    ])
    expect(await office.db.read.select().from(files)).toMatchObject([{ type: 'application/pdf' }])
  })

  test('whose right ends while a piece is on its way has sent nothing', async () => {
    const office = await testOffice()
    const { firm, by, accessId, begin } = await asked(office)
    const uploadId = await begin(8)
    async function* slow() {
      yield Buffer.from('half')
      await removeAccess(office, { by: firm.system, accessId })
      yield Buffer.from('half')
    }
    expect(await refusal(appendPart(office, { by, uploadId, offset: 0, bytes: slow() }))).toBe('not_found')
    expect(await pieces(office)).toBe(0)
    expect(await office.db.read.select().from(uploadParts)).toEqual([])
  })
})

test('for an item that is settled nothing is taken any more, begun or not', async () => {
  const office = await testOffice()
  const { firm, by, itemId, begin, append } = await asked(office)
  const uploadId = await begin(4)
  await append(uploadId, 0, 'ho')
  await waiveItem(office, { by: firm.camila, itemId })
  expect(await refusal(begin(4))).toBe('item_closed')
  expect(await refusal(append(uploadId, 2, 'la'))).toBe('item_closed')
  expect(await refusal(handIn(office, { by, itemId, files: [], uploads: [uploadId] }))).toBe('item_closed')
})

test('what is not whole cannot be handed in', async () => {
  const office = await testOffice()
  const { by, itemId, begin, append } = await asked(office)
  const uploadId = await begin(4)
  await append(uploadId, 0, 'hol')
  const wish = { by, itemId, files: [upload('otro.pdf')], uploads: [uploadId] }
  expect(await refusal(handIn(office, wish))).toBe('nothing_handed_in')
  expect(await refusal(handIn(office, { ...wish, uploads: ['nothing'] }))).toBe('nothing_handed_in')
  expect(await kept(office)).toBe(0)
})

test('after a day an upload is tidied away with its pieces', async () => {
  const office = await testOffice()
  const { by, begin, append } = await asked(office)
  const old = await begin(4)
  await append(old, 0, 'hol')
  office.later({ hours: 23 })
  const young = await begin(4)
  await append(young, 0, 'hol')
  expect(await tidy(office)).toMatchObject({ uploads: 0 })
  office.later({ hours: 2 })
  expect(await tidy(office)).toMatchObject({ uploads: 1 })
  expect(await refusal(uploadState(office, { by, uploadId: old }))).toBe('not_found')
  expect(await uploadState(office, { by, uploadId: young })).toMatchObject({ offset: 3 })
  expect(await office.db.read.select().from(uploads)).toHaveLength(1)
  expect(await pieces(office)).toBe(1)
})
