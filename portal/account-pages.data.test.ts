import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { previewClient } from '#core/access/preview/preview.ts'
import { addEntry } from '#core/entries/add-entry.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { invited } from '#test/office/invited.ts'
import { itemForm } from '#test/office/item-form.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { fromAnotherSite, plainBrowser, type PlainBrowser } from '#test/office/plain-browser.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'

const password = 'cuatro gatos en el tejado'

let portal: ServedPortal
let firm: LawFirm
let rosa: PlainBrowser
let turn = 0

beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
}, 180_000)
afterAll(() => portal.close())
beforeEach(() => {
  rosa = plainBrowser(portal.home)
})

/** Somebody with an account of their own, invited; the address of their invitation. */
async function newAccount() {
  const email = `rosa${turn++}@correo.example`
  const clientId = await firm.addClient('Rosa Vera', email)
  await firm.addMatter({ title: 'Asunto de Rosa', clients: [clientId] })
  const { url } = await invited(portal.office, { by: firm.ana, clientId, kind: 'account', email })
  return { email, clientId, path: new URL(url).pathname }
}

describe('a client with an account', () => {
  test('sets a password from the invitation, is let in, leaves, and comes back with it', async () => {
    const { email, path } = await newAccount()
    expect((await rosa.get(path)).text).toContain('Crear su contraseña')
    const set = await rosa.post(path, { password })
    expect([set.status, set.location]).toEqual([303, '/matters'])
    const told = (await deliver(portal.office)).letters.filter((letter) => letter.kind === 'passwordSet')
    expect(told).toMatchObject([{ to: { email }, changed: false }])
    expect((await rosa.get('/matters')).text).toContain('Asunto de Rosa')
    expect((await rosa.get('/login')).location).toBe('/matters')
    await rosa.post('/logout')
    expect((await rosa.get('/matters')).status).toBe(401)
    const entered = await rosa.post('/login', { email, password })
    expect([entered.status, entered.location]).toEqual([303, '/matters'])
    expect((await rosa.get('/matters')).text).toContain('Asunto de Rosa')
    const used = await rosa.get(path)
    expect(used.status).toBe(404)
    expect(used.text).toContain('Este enlace ya no sirve')
  })

  test('reads why a password is not taken, and nothing has changed', async () => {
    const { path } = await newAccount()
    for (const [typed, said] of [
      ['corta', 'al menos 10 caracteres'],
      ['contraseña2026', 'fácil de adivinar'],
      ['x'.repeat(10_000), 'muy largo'],
    ] as const) {
      const answer = await rosa.post(path, { password: typed })
      expect([answer.status, answer.text.includes(said)]).toEqual([422, true])
      expect(answer.text).not.toContain(typed)
    }
    expect((await rosa.get(path)).status).toBe(200)
  })

  test('is told no more of a wrong password than of an unknown address', async () => {
    const { email, path } = await newAccount()
    await rosa.post(path, { password })
    const thief = plainBrowser(portal.home)
    const plain = (text: string) => text.replace(/nonce="[^"]*"/g, '')
    const wrong = await thief.post('/login', { email, password: 'cinco gatos en el tejado' })
    const unknown = await thief.post('/login', { email: 'nadie@correo.example', password })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(plain(wrong.text).replaceAll(email, '')).toBe(
      plain(unknown.text).replaceAll('nadie@correo.example', ''),
    )
    const known = await thief.post('/forgot', { email })
    const nobody = await thief.post('/forgot', { email: 'nadie@correo.example' })
    expect(plain(known.text).replaceAll(email, '')).toBe(
      plain(nobody.text).replaceAll('nadie@correo.example', ''),
    )
    const { letters } = await deliver(portal.office)
    expect(letters.filter((letter) => letter.kind === 'accessAgain')).toMatchObject([{ to: { email } }])
  })

  test('who tries too often is asked to wait, in the language of the browser', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9', 'accept-language': 'pt-BR' }
    const tries = Array.from({ length: 11 }, (_, i) => ({ email: 'x@y.example', password: `tentativa ${i}` }))
    const ends = []
    for (const one of tries) ends.push(await rosa.post('/login', one, from))
    expect(ends.map((end) => end.status)).toEqual([...Array<number>(10).fill(401), 429])
    expect(ends.at(-1)?.text).toContain('Aguarde 15 minutos')
  })
})

describe('bad input to these pages changes nothing:', () => {
  test('fields of ten thousand characters, other forms, and far too long ones', async () => {
    const long = 'a'.repeat(10_000)
    expect((await rosa.post('/login', { email: long, password: long })).status).toBe(401)
    expect((await rosa.post('/forgot', { email: `${long}@x.example` })).status).toBe(422)
    expect((await rosa.post('/login', {}, { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await rosa.post('/login', { email: 'a'.repeat(200_000) })).status).toBe(413)
    expect((await rosa.post('/login', {})).status).toBe(401)
  })

  test('forged and foreign links', async () => {
    const { path } = await newAccount()
    for (const one of [
      `${path}x`,
      path.slice(0, -1),
      `/invite/${'a'.repeat(200)}`,
      '/invite/%00',
      '/preview/x',
    ])
      expect([one, (await rosa.get(one)).status, (await rosa.post(one, { password })).status]).toEqual([
        one,
        404,
        404,
      ])
    expect((await rosa.post(path, { password }, fromAnotherSite)).status).toBe(403)
    expect((await rosa.get(path)).status).toBe(200)
  })
})

test('a file of a sensitive matter opens by link only after the code that was mailed', async () => {
  const { office } = portal
  const email = `link${turn++}@correo.example`
  const clientId = await firm.addClient('Rosa Vera', email)
  const matterId = await firm.addMatter({ title: 'Divorcio', clients: [clientId], sensitive: true })
  const file = upload('sentencia.pdf')
  await addEntry(office, { by: firm.system, matterId, kind: 'document', title: 'Sentencia', file })
  const { token } = await enterPortal(office, firm, clientId, { email })
  await rosa.post(`/enter/${token}`)
  const page = await rosa.get(`/matters/${matterId}`)
  const path = /\/files\/[a-z2-7]+/.exec(page.text)?.[0] ?? ''
  const sent = await rosa.get(path)
  expect([sent.status, sent.location]).toEqual([303, `/code?file=${path.slice('/files/'.length)}`])
  const ask = sent.location ?? ''
  expect((await rosa.get(ask)).text).toContain('l•••@correo.example')
  await deliver(office)
  const asked = await rosa.post(ask)
  expect((await rosa.post(asked.location ?? '', { code: '12345' })).status).toBe(422)
  const [letter] = (await deliver(office)).letters
  const digits = letter?.kind === 'stepUpCode' ? letter.digits : ''
  const done = await rosa.post(asked.location ?? '', { code: digits })
  expect((await rosa.get(done.location ?? '')).text).toContain(`href="${path}"`)
  expect((await rosa.get(path)).status).toBe(200)
})

test('a member who comes from chat sees the client’s pages, marked, and can send nothing', async () => {
  const { office } = portal
  const email = `vista${turn++}@correo.example`
  const clientId = await firm.addClient('Rosa Vera', email)
  const matterId = await firm.addMatter({ title: 'Asunto mirado', clients: [clientId] })
  const requestId = await askFor(office, firm, 'Cédula', { matterId })
  const item = await itemCalled(office, requestId, 'Cédula')
  const { url } = await previewClient(office, { by: firm.camila, clientId, matterId })
  const { pathname } = new URL(url)
  expect((await rosa.get(pathname)).text).toContain('Ver como cliente')
  const entered = await rosa.post(pathname)
  expect(entered.location).toBe(`/matters/${matterId}`)
  const page = await rosa.get(`/matters/${matterId}`)
  expect(page.text).toContain('Vista previa: así ve Rosa Vera su portal')
  expect(page.text).toContain('Falta 1 de 1')
  const form = itemForm(item.id, new File(['%PDF-1.4'], 'a.pdf'))
  const refused = await rosa.post(`/requests/${requestId}`, form)
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('puede mirar, pero no enviar nada')
  await rosa.post('/logout')
  expect((await rosa.get('/matters')).status).toBe(401)
  expect((await rosa.get(pathname)).status).toBe(404)
})
