import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { joinAnswers } from '#core/documents/join-answers.ts'
import { prepareFiles } from '#core/documents/prepare-files.ts'
import { fileUrl } from '#core/files/file-pass.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { enterPortal, type Visit } from '../office/enter-portal.ts'
import { lawFirm, type LawFirm } from '../office/law-firm.ts'
import { servePortal, type ServedPortal } from '../office/serve-portal.ts'

// Each photo is worked on in a process of its own.
vi.setConfig({ testTimeout: 120_000 })

let portal: ServedPortal
let firm: LawFirm
let visit: Visit
let stranger: Visit
const apple = await readFile(new URL('../fixtures/photos/IMG_2041.HEIC', import.meta.url))

beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
  visit = await enterPortal(portal.office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const otherId = await firm.addClient('Luz Mora', 'luz@correo.example')
  stranger = await enterPortal(portal.office, firm, otherId, { email: 'luz@correo.example' })
}, 120_000)
afterAll(() => portal?.close())

async function ask({ sessionToken }: Visit, path: string) {
  const answer = await fetch(portal.home + path, {
    headers: { cookie: `despacho=${sessionToken}` },
    redirect: 'manual',
  })
  const body = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, type: answer.headers.get('content-type'), headers: answer.headers, body }
}

/** Rosa hands in files for an item of a new request, and all is made of them that can be. */
async function handedIn(...handed: { name: string; type: string; content: Buffer }[]) {
  const { office } = portal
  const requestId = await askFor(office, firm, 'Cédula')
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  await handIn(office, {
    by: { session: visit.session },
    itemId,
    files: handed.map(({ content, ...file }) => ({ ...file, bytes: Readable.from([content]) })),
  })
  while (await prepareFiles(office));
  while (await joinAnswers(office));
  const page = (await ask(visit, `/requests/${requestId}`)).body.toString()
  const ids = [...page.matchAll(/href="\/files\/([a-z0-9]+)"/g)].map((match) => match[1] ?? '')
  return { page, ids, id: ids[0] ?? '' }
}

test('an iPhone photo is seen in the portal, small in the list and large to be read, and saved as it came', async () => {
  const { page, id } = await handedIn({ name: 'cedula.HEIC', type: 'image/heic', content: apple })
  expect(page).toContain(`/files/${id}?thumbnail`)
  expect(page).toContain('data-picture="cedula.HEIC"')
  const thumbnail = await ask(visit, `/files/${id}?thumbnail`)
  expect(thumbnail).toMatchObject({ status: 200, type: 'image/jpeg' })
  expect(await sharp(thumbnail.body).metadata()).toMatchObject({ format: 'jpeg', width: 320 })
  const shown = await ask(visit, `/files/${id}?view`)
  expect(await sharp(shown.body).metadata()).toMatchObject({ format: 'jpeg', width: 1200 })
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename="cedula.HEIC.jpg"/)
  const saved = await ask(visit, `/files/${id}`)
  expect(saved.headers.get('content-disposition')).toBe('attachment; filename="cedula.HEIC"')
  expect(saved.body.equals(apple)).toBe(true)
})

test('to anybody else none of it exists; a member looks at it by the pass in chat', async () => {
  const { id } = await handedIn({ name: 'cedula.HEIC', type: 'image/heic', content: apple })
  for (const how of ['', '?view', '?thumbnail'])
    expect((await ask(stranger, `/files/${id}${how}`)).status).toBe(404)
  const url = fileUrl(portal.office, id, firm.camila.memberId)
  const looked = await fetch(`${url}&view`)
  expect(looked.headers.get('content-type')).toBe('image/jpeg')
  expect((await fetch(`${url}x&view`)).status).toBe(404)
})

test('where no preview could be made the page says so, and the file is there all the same', async () => {
  const broken = apple.subarray(0, 6000)
  const { page, id } = await handedIn({ name: 'rota.HEIC', type: 'image/heic', content: broken })
  expect(page).toContain('No pudimos preparar una vista previa')
  expect(page).not.toContain('?thumbnail')
  expect((await ask(visit, `/files/${id}`)).body.equals(broken)).toBe(true)
  expect((await ask(visit, `/files/${id}?thumbnail`)).status).toBe(404)
})

test('what no scanner has cleared is listed without a way to open it, and its address says why', async () => {
  const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#a00' } })
    .jpeg()
    .toBuffer()
  const { id, ids } = await handedIn(
    { name: 'uno.jpg', type: 'image/jpeg', content: photo },
    { name: 'dos.jpg', type: 'image/jpeg', content: photo },
  )
  expect(ids).toHaveLength(2)
  await write(portal.office.db, (tx) => tx.update(files).set({ heldBecause: 'down' }))
  const [row] = await portal.office.db.read
    .select({ requestId: files.requestId })
    .from(files)
    .orderBy(files.createdAt)
  const page = (await ask(visit, `/requests/${row?.requestId}`)).body.toString()
  expect(page).toContain('Se podrá abrir cuando nuestro antivirus lo haya revisado')
  expect(page).not.toMatch(/href="\/files\/[a-z0-9]+/)
  for (const how of ['', '?view', '?thumbnail']) {
    const answer = await ask(visit, `/files/${id}${how}`)
    expect(answer).toMatchObject({ status: 423, type: 'text/html; charset=utf-8' })
    expect(answer.body.toString()).toContain('antivirus')
  }
  const byMember = await fetch(fileUrl(portal.office, id, firm.camila.memberId))
  expect(byMember.status).toBe(423)
  expect((await ask(stranger, `/files/${id}`)).status).toBe(404)
  await write(portal.office.db, (tx) => tx.update(files).set({ heldBecause: null }))
  expect((await ask(visit, `/files/${id}`)).status).toBe(200)
})
