import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { itemForm } from '#test/office/item-form.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { fromAnotherSite } from '#test/office/plain-browser.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'

let portal: ServedPortal
let firm: LawFirm
let rosa: { itemId: string; requestId: string; cookie: string; uploadToken: string }

beforeAll(async () => {
  portal = await servePortal()
  const { office } = portal
  firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato')
  const { letters } = await deliver(office)
  const letter = letters.find(({ to, uploadUrl }) => to.email === 'rosa@correo.example' && uploadUrl)
  const uploadToken = letter?.uploadUrl?.split('/').at(-1) ?? ''
  const { sessionToken } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  rosa = { itemId, requestId, cookie: `despacho=${sessionToken}`, uploadToken }
}, 120_000)
afterAll(() => portal?.close())

async function say(method: string, path: string, body?: string | Buffer, more: Record<string, string> = {}) {
  const headers = { cookie: rosa.cookie, origin: portal.home, ...more }
  const sent = typeof body === 'string' ? body : body && new Uint8Array(body)
  const answer = await fetch(portal.home + path, { method, headers, body: sent, redirect: 'manual' })
  const text = await answer.text()
  const told = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: answer.status, headers: answer.headers, told }
}

const announce = (file: object, more?: Record<string, string>) => {
  const about = JSON.stringify({ item: rosa.itemId, name: 'cedula.pdf', type: 'application/pdf', ...file })
  return say('POST', '/uploads', about, { 'content-type': 'application/json', ...more })
}

describe('a file in pieces', () => {
  test('is announced, comes piece by piece, says how far it is, and is handed in by its form', async () => {
    const whole = Buffer.from('%PDF-1.4 in three pieces')
    const begun = await announce({ size: whole.length })
    expect(begun).toMatchObject({ status: 201, told: { id: expect.stringMatching(/^[a-z2-7]{20}$/) } })
    expect(begun.headers.get('cache-control')).toBe('private, no-store')
    const path = `/uploads/${String(begun.told.id)}`
    expect(await say('PUT', `${path}?offset=0`, whole.subarray(0, 9))).toMatchObject({ told: { offset: 9 } })
    expect(await say('PUT', `${path}?offset=0`, whole.subarray(0, 9))).toMatchObject({
      status: 409,
      told: { offset: 9 },
    })
    expect(await say('GET', path)).toMatchObject({ status: 200, told: { offset: 9, size: whole.length } })
    await say('PUT', `${path}?offset=9`, whole.subarray(9, 20))
    await say('PUT', `${path}?offset=20`, whole.subarray(20))
    const form = itemForm(rosa.itemId)
    form.set('uploads', String(begun.told.id))
    const { home } = portal
    const headers = { cookie: rosa.cookie, origin: home }
    for (let times = 0; times < 2; times++) {
      const init: RequestInit = { method: 'POST', headers, body: form, redirect: 'manual' }
      const handed = await fetch(`${home}/requests/${rosa.requestId}`, init)
      expect(handed.status).toBe(303)
    }
    const page = await (await fetch(`${home}/requests/${rosa.requestId}`, { headers })).text()
    const saved = [...page.matchAll(/href="(\/files\/[a-z0-9]+)"/g)].map((found) => found[1] ?? '')
    expect(saved).toHaveLength(1)
    const got = await fetch(home + (saved[0] ?? ''), { headers })
    expect(Buffer.from(await got.arrayBuffer())).toEqual(whole)
  })

  test('comes as well from who holds the link of a letter, and who holds neither is told to enter', async () => {
    const byLink = { cookie: '', 'x-upload-token': rosa.uploadToken }
    const begun = await announce({ size: 4 }, byLink)
    const path = `/uploads/${String(begun.told.id)}`
    expect(await say('PUT', `${path}?offset=0`, 'hola', byLink)).toMatchObject({ told: { offset: 4 } })
    expect((await say('GET', path)).status).toBe(404)
    const nobodies: Record<string, string>[] = [{ cookie: '' }, { 'x-upload-token': 'x y' }]
    for (const nobody of nobodies) {
      const asked = await announce({ size: 4 }, nobody)
      expect(asked).toMatchObject({ status: 401, told: { message: expect.stringContaining('sesión') } })
      expect((await say('PUT', `${path}?offset=4`, 'hola', nobody)).status).toBe(401)
    }
    expect((await announce({ size: 4 }, { 'x-upload-token': 'abcdefghijklmnop-abcdefg' })).status).toBe(404)
  })
})

describe('what cannot be taken', () => {
  test('is refused with words in the language of its sender', async () => {
    const large = await announce({ size: 2e9 })
    expect(large).toMatchObject({ status: 413, told: { message: expect.stringContaining('50 MB') } })
    const empty = await announce({ size: 0, name: 'vacío.pdf' })
    expect(empty).toMatchObject({ status: 422, told: { message: expect.stringContaining('«vacío.pdf»') } })
    const begun = await announce({ size: 3 })
    const path = `/uploads/${String(begun.told.id)}`
    expect((await say('PUT', `${path}?offset=0`, 'four')).status).toBe(413)
    expect((await say('GET', path)).told).toMatchObject({ offset: 0 })
  })

  test('garbage is no announcement, and strange addresses lead nowhere', async () => {
    const json = { 'content-type': 'application/json' }
    for (const garbage of [
      '{',
      '[]',
      '"x"',
      '{}',
      JSON.stringify({ item: 'x', name: 1, type: '', size: '9' }),
    ])
      expect((await say('POST', '/uploads', garbage, json)).status).toBe(400)
    expect((await say('POST', '/uploads', 'x'.repeat(20_000), json)).status).toBe(413)
    expect((await announce({ size: 4, item: '\u0000' })).status).toBe(400)
    expect((await announce({ size: 4, item: 'nobody' })).status).toBe(404)
    expect((await announce({ size: 4, name: '\u0000', type: '\u0000' })).status).toBe(201)
    const { told } = await announce({ size: 4 })
    for (const offset of ['-1', '1.5', 'x', '', '9'.repeat(20)])
      expect((await say('PUT', `/uploads/${String(told.id)}?offset=${offset}`, 'x')).status).toBe(400)
    for (const path of ['/uploads/%00', '/uploads/..%2fx', '/uploads/nobody'])
      expect((await say('GET', path)).status).toBe(404)
  })

  test("another site's page sends nothing in a client's name", async () => {
    expect((await announce({ size: 4 }, fromAnotherSite)).status).toBe(403)
  })

  test('two gigabytes in one piece are refused after the first few megabytes, and nothing is kept', async () => {
    const { told } = await announce({ size: 5_000_000 })
    const headers = { cookie: rosa.cookie, 'content-length': 2e9 }
    const address = `${portal.home}/uploads/${String(told.id)}?offset=0`
    const before = (await portal.office.files.list('uploads')).length
    const status = await new Promise<number>((resolve, reject) => {
      const upload = httpRequest(address, { method: 'PUT', headers }, (answer) => {
        resolve(answer.statusCode ?? 0)
        upload.destroy()
      })
      upload.once('error', reject)
      upload.write(Buffer.alloc(6_000_000))
    })
    expect(status).toBe(413)
    expect(await portal.office.files.list('uploads')).toHaveLength(before)
  })
})

test('of a piece whose sender hangs up nothing is kept, and the rest is not lost', async () => {
  const { told } = await announce({ size: 2_000_000 })
  const path = `/uploads/${String(told.id)}`
  await say('PUT', `${path}?offset=0`, Buffer.alloc(500_000))
  const before = (await portal.office.files.list('uploads')).length
  const headers = { cookie: rosa.cookie, 'content-length': 1_000_000 }
  const upload = httpRequest(`${portal.home}${path}?offset=500000`, { method: 'PUT', headers })
  upload.on('error', () => {})
  await new Promise<void>((resolve) => upload.write(Buffer.alloc(300_000), () => resolve()))
  upload.destroy()
  await expect.poll(async () => (await portal.office.files.list('uploads')).length).toBe(before)
  expect(await say('GET', path)).toMatchObject({ told: { offset: 500_000 } })
  const rest = await say('PUT', `${path}?offset=500000`, Buffer.alloc(1_500_000))
  expect(rest).toMatchObject({ status: 200, told: { offset: 2_000_000 } })
})
