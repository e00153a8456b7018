import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addAccess } from '#core/access/granting/add-access.ts'
import { invite } from '#core/access/granting/invite.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import type { Locale } from '#core/words/locale.ts'
import { portalWords } from '#portal/portal-words.ts'
import { samplePdf } from '../mail/sample-files.ts'
import { itemForm, itemOn } from '../office/item-form.ts'
import { fromAnotherSite, plainBrowser, type Answer, type PlainBrowser } from '../office/plain-browser.ts'
import { visibleText } from '../slack/visible-text.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from './office-day.ts'
import { phone, startBrowser } from './phone.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const rosa = 'rosa@correo.example'
const pdf = (name: string) => new File([new Uint8Array(samplePdf(name))], name, { type: 'application/pdf' })

let day: OfficeDay
let rosaId: string
let visits: (path?: string) => PlainBrowser
beforeAll(async () => {
  day = await officeDay()
  rosaId = await day.addClient({ name: 'Rosa Fuentes', email: rosa })
  visits = () => plainBrowser(day.product.baseUrl)
})
afterAll(() => day?.end())
tellOfFailures(() => day)

/** The path of the link by which a client enters from now on. */
async function linkFor(clientId: string, email: string): Promise<string> {
  const by = { kind: 'system' as const, firmId: day.firmId }
  const { accessId } = await addAccess(day.office, { by, clientId, kind: 'link', email })
  const { url } = await invite(day.office, { by, accessId })
  return new URL(url).pathname
}

/** Sends the form of an item, from the page of its request, with one file. */
function handIn(visit: PlainBrowser, path: string, item: string, file: File, headers = {}): Promise<Answer> {
  return visit.post(path, itemForm({ item, back: 'request' }, file), headers)
}

/** A matter with news and a request of two items, of which everybody has been told. */
async function matterWith(title: string, clients: string[]) {
  const matterId = await day.addMatter(title, clients)
  const by = await day.actor(day.camila)
  await publishNews(day.office, { by, matterId, body: plainTextToRichText('El tribunal fijó audiencia.') })
  const { requestId } = await day.askFor(matterId, 'Antecedentes', ['Cédula de identidad', 'Contrato'])
  return { matterId, requestId }
}

describe('Rosa and her link', () => {
  let accessId: string
  let link: string
  let rosas: PlainBrowser
  let matterId: string
  let requestId: string

  beforeAll(async () => {
    ;({ matterId, requestId } = await matterWith('Posesión efectiva de don Luis', [rosaId]))
    await day.quiet()
  })

  test('no mail about an access leaves before its invitation is sent', async () => {
    const { administer } = day.product
    const letters = day.post.letters.length
    const about = ['--firm', day.firmId, '--client', rosaId, '--kind', 'link']
    const added = await administer('access', 'add', ...about, '--email', rosa)
    accessId = added.accessId ?? ''
    await expect(administer('access', 'add', ...about, '--email', 'ROSA@correo.example')).rejects.toThrow(
      'address_taken',
    )
    await day.quiet()
    expect(day.post.letters).toHaveLength(letters)
    const { url = '' } = await administer('access', 'invite', '--access', accessId)
    link = new URL(url).pathname
    const invitation = await day.post.waitForLetter(rosa, 'su acceso al portal', patience)
    expect(invitation.text).toContain(url)
    expect(invitation.text).toContain('Es personal: no lo reenvíe.')
  })

  test('a look at the link, which mail scanners take, changes nothing; its button enters', async () => {
    const scanner = visits()
    const looks = [await scanner.get(link), await scanner.get(link)]
    for (const look of looks) {
      expect(look).toMatchObject({ status: 200, setsCookie: false })
      expect(look.visible).toContain('Ingresar')
    }
    expect((await scanner.get('/matters')).status).toBe(401)
    rosas = visits()
    expect(await rosas.post(link)).toMatchObject({ status: 303, location: '/matters', setsCookie: true })
  })

  test('she sees what is asked of her first, and all that happened in the matter', async () => {
    const list = await rosas.get('/matters')
    expect(list.visible).toContain('Posesión efectiva de don Luis')
    const matter = await rosas.get(`/matters/${matterId}`)
    expect(matter.status).toBe(200)
    expect(matter.visible).toContain('Faltan 2 de 2')
    expect(matter.visible.indexOf('Cédula de identidad')).toBeLessThan(
      matter.visible.indexOf('El tribunal fijó'),
    )
  })

  test('she hands in a file without any script; Camila is told and the file can be had again', async () => {
    const page = await rosas.get(`/requests/${requestId}`)
    const sent = await handIn(
      rosas,
      `/requests/${requestId}`,
      itemOn(page.text, 'Contrato'),
      pdf('contrato.pdf'),
    )
    expect(sent).toMatchObject({ status: 303, location: expect.stringContaining(`/requests/${requestId}`) })
    const after = await rosas.get(sent.location ?? '')
    expect(after.visible).toContain('Recibimos «Contrato». Gracias.')
    expect(after.visible).toContain('Falta 1 de 2')
    const told = await day.camila.waitForMessage('contrato.pdf', { within: patience })
    expect(visibleText(told)).toContain('por el portal')
    const [, file = ''] = /href="(\/files\/[\w-]+)"/.exec(after.text) ?? []
    expect((await rosas.get(file)).text).toContain('%PDF-1.4')
    expect((await visits().get(file)).status).toBe(401)
  })

  test('a matter that is hidden is gone for her, and cannot be told from one that never was', async () => {
    const { administer } = day.product
    const paths = [`/matters/${matterId}`, `/requests/${requestId}`]
    await administer('matter', 'hide', '--matter', matterId)
    for (const path of paths) {
      const [hidden, unknown] = [await rosas.get(path), await rosas.get(path.replace(/\w{4}$/, 'aaaa'))]
      expect(hidden.status).toBe(404)
      expect(sameFor(hidden)).toBe(sameFor(unknown))
    }
    expect((await rosas.get('/matters')).visible).not.toContain('Posesión efectiva')
    await administer('matter', 'show', '--matter', matterId)
    for (const path of paths) expect((await rosas.get(path)).status).toBe(200)
  })

  test('with her access her session ends at once, and so does the link', async () => {
    expect((await rosas.get('/matters')).status).toBe(200)
    await day.product.administer('access', 'remove', '--access', accessId)
    for (const path of ['/matters', `/matters/${matterId}`, `/requests/${requestId}`]) {
      expect((await rosas.get(path)).status).toBe(401)
    }
    expect((await visits().get(link)).status).toBe(404)
    expect((await visits().post(link)).status).toBe(404)
  })
})

test('who shares a matter learns that a paper has come, and sees nothing of it', async () => {
  const [annaId, brunoId] = await Promise.all([
    day.addClient({ name: 'Anna Vidal', email: 'anna@correo.example' }),
    day.addClient({ name: 'Bruno Vidal', email: 'bruno@correo.example' }),
  ])
  const { requestId } = await matterWith('Sucesión Vidal', [annaId, brunoId])
  const anna = visits()
  const bruno = visits()
  await anna.post(await linkFor(annaId, 'anna@correo.example'))
  await bruno.post(await linkFor(brunoId, 'bruno@correo.example'))
  const path = `/requests/${requestId}`
  const page = await anna.get(path)
  await handIn(anna, path, itemOn(page.text, 'Contrato'), pdf('secreto de anna.pdf'))
  const [, file = ''] = /href="(\/files\/[\w-]+)"/.exec((await anna.get(path)).text) ?? []

  const seen = await bruno.get(path)
  expect(seen.visible).toContain(portalWords['es-CL'].item.byCoClient)
  expect(seen.visible).toContain('Recibido')
  expect(seen.text).not.toContain('secreto de anna')
  expect(seen.text).not.toContain(file)
  expect((await bruno.get(file)).status).toBe(404)
  expect((await anna.get(file)).status).toBe(200)
})

describe('what is not hers', () => {
  let stranger: PlainBrowser
  let requestId: string
  let upload: string

  beforeAll(async () => {
    const carlaId = await day.addClient({ name: 'Carla Mena', email: 'carla@correo.example' })
    stranger = visits()
    await stranger.post(await linkFor(carlaId, 'carla@correo.example'))
    const owner = await day.addClient({ name: 'Diego Mena', email: 'diego@correo.example' })
    ;({ requestId } = await matterWith('Arriendo de Diego', [owner]))
    const letter = await day.post.waitForLetter('diego@correo.example', 'Cédula de identidad', patience)
    upload = /\/upload\/[\w.-]+/.exec(letter.text)?.[0] ?? ''
  })

  test('the link of a letter hands in for its request without an entry; a forged one opens nothing', async () => {
    const diego = visits()
    const page = await diego.get(upload)
    expect(page.status).toBe(200)
    const item = itemOn(page.text, 'Cédula de identidad')
    const forged = upload.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
    expect((await diego.get(forged)).status).toBe(404)
    expect((await handIn(diego, forged, item, pdf('falso.pdf'))).status).toBe(404)
    expect((await handIn(diego, upload, item, pdf('cedula de diego.pdf'))).status).toBe(303)
    const told = await day.camila.waitForMessage('cedula de diego.pdf', { within: patience })
    expect(visibleText(told)).not.toContain('falso.pdf')
  })

  test('another client’s request cannot be told from one that never was, nor be answered', async () => {
    const path = `/requests/${requestId}`
    const [theirs, unknown] = [await stranger.get(path), await stranger.get(`/requests/${'a'.repeat(20)}`)]
    expect(theirs.status).toBe(404)
    expect(sameFor(theirs)).toBe(sameFor(unknown))
    const item = itemOn((await visits().get(upload)).text, 'Contrato')
    expect((await handIn(stranger, path, item, pdf('intruso.pdf'))).status).toBe(404)
  })

  test('a form on another site’s page is turned away', async () => {
    const item = itemOn((await visits().get(upload)).text, 'Contrato')
    const sent = await handIn(visits(), upload, item, pdf('ajeno.pdf'), fromAnotherSite)
    expect(sent.status).toBe(403)
    expect((await stranger.post('/logout', {}, fromAnotherSite)).status).toBe(403)
    expect((await stranger.get('/matters')).status).toBe(200)
    await day.quiet()
    const inbox = (await day.camila.inbox()).map(visibleText).join('\n')
    expect(inbox).not.toMatch(/ajeno\.pdf|intruso\.pdf/)
  })
})

describe('on a telephone', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  test.each<[Locale, string]>([
    ['es-CL', 'María Ñúñez'],
    ['pt-BR', 'João Ávila'],
    ['en', 'Grace Hill'],
  ])('a client who reads %s enters by the link and hands in what is missing', async (locale, name) => {
    const email = `${locale.toLowerCase()}@correo.example`
    const clientId = await day.addClient({ name, email, locale })
    const { matterId } = await matterWith(`Causa 15.432 de ${name}`, [clientId])
    const link = await linkFor(clientId, email)
    const words = portalWords[locale]
    const { page, faults } = await phone(browser, locale)
    await page.goto(new URL(link, day.product.baseUrl).href)
    await page.getByRole('button', { name: words.enter.button }).tap()
    await page.getByRole('link', { name: `Causa 15.432 de ${name}`, exact: true }).tap()
    await page.waitForURL(`**/matters/${matterId}`)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(locale)

    const item = page.locator('li.item').filter({ hasText: 'Cédula de identidad' })
    const content = samplePdf(name)
    await item
      .locator('input[type=file]')
      .setInputFiles({ name: 'cedula.pdf', mimeType: 'application/pdf', buffer: content })
    await item.getByRole('button', { name: words.upload.send({ count: 1 }) }).tap()
    await page
      .getByRole('status')
      .filter({ hasText: words.item.thanks({ item: 'Cédula de identidad' }) })
      .waitFor()
    await page.getByText(words.needs.missing({ missing: 1, total: 2 })).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(faults).toEqual([])
    const told = await day.camila.waitForMessage((message) => visibleText(message).includes(name), {
      within: patience,
    })
    expect(visibleText(told)).toContain('cedula.pdf')
    await page.context().close()
  })
})

/** A page without what differs from one answer to the next: the address it was asked by, a nonce, a reference. */
function sameFor({ text }: Answer): string {
  return text
    .replace(/\/(matters|requests)\/[\w-]+/g, '/$1')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/(nonce|reference)\\",\\"[^\\]*/g, '$1')
}
