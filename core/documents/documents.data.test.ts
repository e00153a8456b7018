import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { renditions } from '#db/schema/renditions.ts'
import { files } from '#db/schema/replies.ts'
import type { Office } from '../office.ts'
import { openFileByPass, type OpenedFile } from '../replies/files/open-file.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { moveFile } from '../replies/files/move-file.ts'
import { purgeFile } from '../replies/files/purge-file.ts'
import { reviewAnswer } from '../requests/review-answer.ts'
import { tidy } from '../tidy.ts'
import { joinAnswers } from './join-answers.ts'
import { openMade } from './open-made.ts'
import { prepareFiles } from './prepare-files.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf, type Attachment } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { samplePdf } from '#test/mail/sample-files.ts'

// Each photo is worked on in a process of its own.
vi.setConfig({ testTimeout: 180_000 })

const rosa = 'rosa@correo.example'
const apple = await readFile(new URL('../../test/fixtures/photos/IMG_2041.HEIC', import.meta.url))

const heic = (name: string): Attachment => ({ name, type: 'image/heic', content: apple })
async function jpeg(name: string, colour: string): Promise<Attachment> {
  const picture = sharp({ create: { width: 800, height: 500, channels: 3, background: colour } })
  return { name, type: 'image/jpeg', content: await picture.jpeg().toBuffer() }
}

async function asked(office: TestOffice, items = 'Cédula de identidad\nContrato') {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, items)
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const mail = (...attachments: Attachment[]) => mailComesIn(office, { from: rosa, to, attachments })
  const byMember = (url: string) => {
    const { pathname, searchParams } = new URL(url)
    return openFileByPass(office, pathname.split('/').at(-1) ?? '', searchParams.get('pass') ?? '')
  }
  return { firm, requestId, mail, byMember }
}

/** All that the job would do, until nothing is left to be done. */
async function settle(office: Office) {
  while (await prepareFiles(office));
  while (await joinAnswers(office));
}

const stored = (office: TestOffice) => office.db.read.select().from(files).orderBy(files.id)
const bytesOf = (file: OpenedFile | null) => buffer(file?.read() ?? Readable.from([]))
const pagesOf = async (file: OpenedFile) => (await PDFDocument.load(await bytesOf(file))).getPageCount()

async function told(office: TestOffice) {
  const { notes } = await deliver(office)
  const note = notes.findLast((one) => one.kind === 'answersArrived')
  if (note?.kind !== 'answersArrived') throw new Error('nobody was told')
  return note
}

test('a photo of an iPhone stays as it came, and whoever opens it from chat sees a picture', async () => {
  const office = await testOffice()
  const { mail, byMember } = await asked(office)
  await mail(heic('cedula.HEIC'))
  await settle(office)
  const file = (await told(office)).items[0]?.files[0]
  const opened = await byMember(file?.url ?? '')
  expect((await bytesOf(opened)).equals(apple)).toBe(true)
  expect(file?.viewUrl).toBe(`${file?.url}&view`)
  expect(await sharp(await bytesOf(await openMade(office, opened, 'preview'))).metadata()).toMatchObject({
    format: 'jpeg',
    width: 1200,
  })
  expect(await sharp(await bytesOf(await openMade(office, opened, 'thumbnail'))).metadata()).toMatchObject({
    width: 320,
  })
})

test('photos of one document that come in several mails are one PDF, made anew each time, under one address', async () => {
  const office = await testOffice()
  const { mail, byMember } = await asked(office)
  await mail(await jpeg('cedula frente.jpg', '#a00'))
  await settle(office)
  expect((await told(office)).items[0]?.joined).toBeNull()

  await mail(await jpeg('cedula reverso.jpg', '#0a0'))
  await settle(office)
  const two = (await told(office)).items[0]?.joined
  expect(two).toMatchObject({ photos: 2 })
  const opened = await byMember(two?.url ?? '')
  expect(opened).toMatchObject({ name: 'Cédula de identidad.pdf', type: 'application/pdf', size: two?.size })
  expect(await pagesOf(opened)).toBe(2)

  await mail(heic('cedula detalle.HEIC'))
  await settle(office)
  const three = (await told(office)).items[0]?.joined
  expect(three).toMatchObject({ photos: 3 })
  expect(await pagesOf(await byMember(two?.url ?? ''))).toBe(3)
  // The photos are all there still, and of the PDF only the newest.
  expect(await stored(office)).toHaveLength(3)
  expect((await office.files.list('made')).filter(({ key }) => !/thumbnail|preview/.test(key))).toHaveLength(
    1,
  )
  // Nothing is left to be done, and nobody is told again.
  await settle(office)
  expect((await deliver(office)).notes).toEqual([])
})

test('two processes at the same files, one of them begun by one that was killed, make each thing once', async () => {
  const office = await testOffice()
  const { mail } = await asked(office)
  await mail(await jpeg('cedula 1.jpg', '#a00'), heic('cedula 2.heic'))
  const [first] = await stored(office)
  // Bytes that were put there, and of which nobody knows.
  await office.files.put(
    `made/${first?.id.slice(-2)}/${first?.id}-thumbnail`,
    Readable.from([Buffer.from('half')]),
  )
  const other = await secondConnection(office)
  await Promise.all([settle(office), settle(other)])
  await settle(office)
  const made = await office.db.read.select().from(renditions)
  expect(made.map((one) => one.kind).sort()).toEqual(['joined', 'preview', 'thumbnail', 'thumbnail'])
  expect((await told(office)).items[0]?.joined).toMatchObject({ photos: 2 })
  for (const { storedAs, size } of made) expect(await buffer(office.files.read(storedAs))).toHaveLength(size)
})

test('a purged photo is gone from the PDF at once, and its thumbnail with it; what is left is joined anew', async () => {
  const office = await testOffice()
  const { firm, mail, byMember } = await asked(office)
  await mail(
    await jpeg('cedula 1.jpg', '#a00'),
    await jpeg('cedula 2.jpg', '#0a0'),
    await jpeg('cedula 3.jpg', '#00a'),
  )
  await settle(office)
  const url = (await told(office)).items[0]?.joined?.url ?? ''
  expect(await pagesOf(await byMember(url))).toBe(3)
  const [first] = await stored(office)
  await purgeFile(office, { by: firm.camila, fileId: first?.id ?? '', reason: 'De otra persona' })
  expect(await refusal(byMember(url))).toBe('not_found')
  const left = (await office.files.list('made')).map(({ key }) => key)
  expect(left.filter((key) => key.includes(first?.id ?? '-'))).toEqual([])
  expect(left).toHaveLength(2)
  await settle(office)
  const anew = (await told(office)).items[0]?.joined
  expect(anew).toMatchObject({ photos: 2 })
  expect(await pagesOf(await byMember(anew?.url ?? ''))).toBe(2)
})

test('a photo moved elsewhere takes its page along; an item that keeps one photo has no PDF', async () => {
  const office = await testOffice()
  const { firm, mail, requestId } = await asked(office)
  await mail(await jpeg('cedula 1.jpg', '#a00'), await jpeg('cedula 2.jpg', '#0a0'))
  await settle(office)
  expect((await told(office)).items[0]?.joined).toMatchObject({ photos: 2 })
  const [first] = await stored(office)
  const contract = await itemCalled(office, requestId, 'Contrato')
  await moveFile(office, { by: firm.camila, fileId: first?.id ?? '', to: { itemId: contract.id } })
  await settle(office)
  expect((await told(office)).items.map((item) => item.joined)).toEqual([null, null])
})

test('documents are left alone: a signed PDF is never made anew, and one photo beside it is one photo', async () => {
  const office = await testOffice()
  const { mail, byMember } = await asked(office)
  const signed = Buffer.concat([
    samplePdf('Contrato'),
    Buffer.from('/ByteRange [0 1 2 3] /SubFilter /adbe.pkcs7.detached'),
  ])
  await mail(
    { name: 'contrato.pdf', content: signed },
    { name: 'contrato.pdf.p7s', content: 'firma', type: 'application/pkcs7-signature' },
    await jpeg('contrato foto.jpg', '#a00'),
  )
  await settle(office)
  const item = (await told(office)).items.find((one) => one.title === 'Contrato')
  expect(item?.joined).toBeNull()
  expect(item?.files.map((file) => file.name)).toEqual([
    'contrato.pdf',
    'contrato.pdf.p7s',
    'contrato foto.jpg',
  ])
  expect((await bytesOf(await byMember(item?.files[0]?.url ?? ''))).equals(signed)).toBe(true)
})

test('once reviewed, what was joined stays, and what comes next is a document of its own', async () => {
  const office = await testOffice()
  const { firm, mail, byMember } = await asked(office)
  await mail(await jpeg('cedula 1.jpg', '#a00'), await jpeg('cedula 2.jpg', '#0a0'))
  await settle(office)
  const item = (await told(office)).items[0]
  const verdict = { verdict: 'rejected' as const, reason: { code: 'illegible' as const, note: null } }
  await reviewAnswer(office, { by: firm.camila, answerId: item?.answerId ?? '', ...verdict })
  await mail(
    await jpeg('cedula nueva 1.jpg', '#00a'),
    await jpeg('cedula nueva 2.jpg', '#aa0'),
    heic('cedula nueva 3.heic'),
  )
  await settle(office)
  expect(await pagesOf(await byMember(item?.joined?.url ?? ''))).toBe(2)
  expect(
    (await office.db.read.select().from(renditions)).filter((one) => one.kind === 'joined'),
  ).toHaveLength(2)
})

test('a broken photo is kept, offered as it came, and the others are still to be had one by one', async () => {
  const office = await testOffice()
  const { mail, byMember } = await asked(office)
  await mail(await jpeg('cedula 1.jpg', '#a00'), {
    ...heic('cedula 2.heic'),
    content: apple.subarray(0, 6000),
  })
  await settle(office)
  const item = (await told(office)).items[0]
  expect(item?.joined).toBeNull()
  expect(item?.files).toHaveLength(2)
  const broken = await byMember(item?.files[1]?.url ?? '')
  expect(await bytesOf(broken)).toHaveLength(6000)
  expect(await openMade(office, broken, 'preview')).toBeNull()
  expect((await office.db.read.select().from(renditions)).filter((one) => one.failed)).toHaveLength(3)
  // It is not tried for ever.
  expect(await prepareFiles(office)).toBe(false)
  expect(await joinAnswers(office)).toBe(false)
})

test('the same from the portal; and of what nobody may open nothing is made', async () => {
  const office = await testOffice({ CLAMD: '127.0.0.1:1' })
  const { firm, requestId } = await asked(office)
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula de identidad')
  const file = { name: 'cedula.heic', type: 'image/heic', bytes: Readable.from([apple]) }
  await handIn(office, { by: { session }, itemId, files: [file] })
  await settle(office)
  expect(await office.db.read.select().from(renditions)).toEqual([])
})

test('a zip handed in for an item stays one file, and what it holds is told', async () => {
  const office = await testOffice()
  const { mail } = await asked(office)
  const { zipOf } = await import('#test/mail/zip-of.ts')
  const chat = zipOf({ 'Chat de WhatsApp con Rosa.txt': '2/3/26 18:04 - Rosa: hola', 'IMG-1.jpg': 'x' })
  await mail({ name: 'contrato chat.zip', type: 'application/zip', content: chat })
  await deliver(office)
  await settle(office)
  const note = await told(office)
  expect([...note.items.flatMap((item) => item.files), ...note.unsure]).toMatchObject([
    { contents: { count: 2, names: ['Chat de WhatsApp con Rosa.txt', 'IMG-1.jpg'] } },
  ])
})

test('what was made and belongs to nothing is tidied away', async () => {
  const office = await testOffice()
  const { mail } = await asked(office)
  await mail(await jpeg('cedula 1.jpg', '#a00'), await jpeg('cedula 2.jpg', '#0a0'))
  await settle(office)
  await office.files.put('made/zz/left-behind', Readable.from([Buffer.from('x')]))
  office.now = new Date(Date.now() + 3 * 24 * 3_600_000)
  await tidy(office)
  const kept = (await office.files.list('made')).map(({ key }) => key)
  expect(kept).toHaveLength(3)
  expect(kept).not.toContain('made/zz/left-behind')
})
