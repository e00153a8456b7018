import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fixtureFile } from '../fixtures/mail/build.ts'
import type { ArrivedLetter } from '../mail/arrived-letter.ts'
import { replyTo } from '../mail/write-mail.ts'
import { fromAnotherSite, plainBrowser, type PlainBrowser } from '../office/plain-browser.ts'
import { visibleText } from '../slack/visible-text.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'
import { opened } from './opened.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const rosa = 'rosa@correo.example'
/** What the fixtures are locked with. */
const password = 'secreta'

let day: OfficeDay
let request: ArrivedLetter
let receipt: ArrivedLetter
let visitor: PlainBrowser
/** The page the letter leads to, and the document's form there. */
let page: string
let fileId: string
beforeAll(async () => {
  day = await officeDay()
  const rosaId = await day.addClient({ name: 'Rosa Fuentes', email: rosa })
  const matterId = await day.addMatter('Posesión efectiva de don Luis', [rosaId])
  await day.askFor(matterId, 'Antecedentes', ['Cartola del banco'])
  request = await day.post.waitForLetter(rosa, 'Cartola del banco', patience)
  visitor = plainBrowser(day.product.baseUrl)
})
afterAll(() => day?.end())
tellOfFailures(() => day)

function give(fields: Record<string, string>, headers = {}) {
  return visitor.post(page, { locked: fileId, ...fields }, headers)
}

test('a locked document that Rosa sends by mail is received, and its receipt leads to where its password is given', async () => {
  await replyTo(day.product, request, {
    from: `Rosa Fuentes <${rosa}>`,
    text: 'Adjunto la cartola que me mandó el banco.',
    attachments: [{ filename: 'cartola del banco.pdf', content: fixtureFile('locked-r6.pdf') }],
  })
  const told = await day.camila.waitForMessage('cartola del banco.pdf', { within: patience })
  expect(visibleText(told)).toContain('tiene contraseña')
  receipt = await day.post.waitForLetter(rosa, 'cartola del banco.pdf', patience)
  expect(receipt.text).toContain('Por seguridad, no la envíe por correo')
  expect(receipt.html).toContain('Escribir la contraseña')
  const url = new URL(/https?:\/\/\S+\/upload\/[a-z2-7-]+/.exec(receipt.text)?.[0] ?? '')
  page = url.pathname
})

test('the page asks for it without a login, and says at once when it is wrong', async () => {
  const asked = await visitor.get(page)
  expect(asked.status).toBe(200)
  expect(asked.visible).toContain('Contraseña de «cartola del banco.pdf»')
  fileId = /name="locked" value="([a-z2-7]+)"/.exec(asked.text)?.[1] ?? ''
  const wrong = await give({ password: '12.345.678-5' })
  expect(wrong.status).toBe(422)
  expect(wrong.visible).toContain('El documento no se abre con esa contraseña')
  expect(wrong.text).not.toContain('12.345.678-5')
  const empty = await give({ password: '  ' })
  expect([empty.status, empty.visible]).toEqual([
    422,
    expect.stringContaining('Escriba la contraseña del documento.'),
  ])
  const long = await give({ password: 'x'.repeat(201) })
  expect([long.status, long.visible]).toEqual([
    422,
    expect.stringContaining('Puede tener hasta 200 caracteres'),
  ])
  expect((await give({ password }, fromAnotherSite)).status).toBe(403)
  expect((await give({ locked: 'aaaaaaaaaaaaaaaaaaaa', password })).status).toBe(404)
  expect((await visitor.post(`${page}x`, { locked: fileId, password })).status).toBe(404)
})

test('Rosa gives it, and Camila is told so in the same thread, without it', async () => {
  const given = await give({ password })
  expect(given.status).toBe(303)
  const thanked = await visitor.get(given.location ?? '')
  expect(thanked.visible).toContain('Recibimos la contraseña.')
  const told = await day.camila.waitForMessage('El cliente entregó la contraseña de un documento', {
    within: patience,
  })
  const said = visibleText(told)
  expect(said).toContain('Rosa Fuentes')
  expect(said).toContain('cartola del banco.pdf')
  await day.quiet()
  const inbox = await day.camila.inbox()
  const [arrival] = inbox.filter((message) => visibleText(message).includes('el cliente ya la entregó'))
  expect(JSON.stringify([inbox, day.post.letters.map(({ text, html }) => [text, html])])).not.toMatch(
    /secreta(?!ria@)/,
  )
  expect(told.threadTs).toBe(arrival?.ts ?? 'none')
})

test('Camila sees it where she opens the document, after a click, and the history says that she looked', async () => {
  const told = await day.camila.waitForMessage('El cliente entregó la contraseña de un documento')
  const url = new URL(/https?:[^"|>\\]+\/files\/[^"|>\\]+/.exec(JSON.stringify(told))?.[0] ?? '')
  const camilas = plainBrowser(day.product.baseUrl)
  const led = await camilas.get(url.pathname + url.search)
  expect(led.status).toBe(303)
  const before = await camilas.get(led.location ?? '')
  expect(before.status).toBe(200)
  expect(before.visible).toContain('Rosa Fuentes envió «cartola del banco.pdf» y entregó su contraseña.')
  expect(before.text).not.toMatch(/secreta(?!ria@)/)
  expect((await camilas.post(led.location ?? '', {}, fromAnotherSite)).status).toBe(403)
  const shown = await camilas.post(led.location ?? '')
  expect(shown.visible).toContain(password)
  expect(shown.headers.get('cache-control')).toContain('no-store')
  const saved = await camilas.get(`${url.pathname}${url.search}&save`)
  expect(saved.headers.get('content-disposition')).toContain('attachment')
  expect((await camilas.get(`${url.pathname}/password`)).status).toBe(404)
  const forged = await camilas.post(`${url.pathname}/password${url.search}x`)
  expect([forged.status, forged.visible.includes(password)]).toEqual([404, false])

  const view = await opened(day.camila, () => day.camila.command('/proceso', 'posesión'), 'Contraseña')
  expect(visibleText(view)).toContain('Contraseña de un documento consultada · Camila Rojas')
  await day.camila.dismiss()
  expect(JSON.stringify(day.product.logs)).not.toMatch(/secreta(?!ria@)/)
})

test('Camila says what it is and approves it, as any other document', async () => {
  const arrived = await day.camila.waitForMessage(
    (message) => visibleText(message).includes('el cliente ya la entregó'),
    { within: patience },
  )
  await day.camila.click(arrived, 'Confirmar')
  const received = await day.camila.waitForMessage((message) => /^Aprobar$/m.test(visibleText(message)), {
    within: patience,
  })
  await day.camila.click(received, 'Aprobar')
  await day.camila.waitForMessage('Aprobado por Camila Rojas', { within: patience })
  const settled = await visitor.get(page)
  expect(settled.visible).not.toContain('Contraseña de')
})
