import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { addEntry } from '#core/entries/add-entry.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { requestForClient } from '#core/requests/request-for-client.ts'
import { phone, startBrowser, type Phone } from '#test/journeys/phone.ts'
import { askFor } from '#test/office/ask-for.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'
import { portalWords } from './portal-words.ts'

vi.setConfig({ testTimeout: 60_000 })

const { upload, item, history } = portalWords['es-CL']
/** Three pieces and a bit. */
const scan = Buffer.alloc(3_500_000, '%PDF-1.4 a page of a long contract. ')

let portal: ServedPortal
let firm: LawFirm
let browser: Browser
let folder: string
let opened: Phone | undefined
let clients = 0

beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
  browser = await startBrowser()
  folder = await mkdtemp(join(tmpdir(), 'despacho-scans-'))
  await writeFile(join(folder, 'contrato.pdf'), scan)
}, 120_000)
afterEach(() => opened?.page.context().close())
afterAll(async () => {
  await browser?.close()
  portal?.close()
  await rm(folder, { recursive: true, force: true })
})

/** A client with a matter and a request of their own, looking at the matter on a telephone. */
async function lookingAtMatter(more: Parameters<typeof phone>[2] = {}) {
  const { office, home } = portal
  const email = `cliente${clients++}@correo.example`
  const clientId = await firm.addClient('Rosa Mora', email)
  const matterId = await firm.addMatter({ title: 'Arriendo de Rosa', clients: [clientId] })
  const requestId = await askFor(office, firm, 'Contrato\nCédula', { matterId })
  const can = ['court-movements' as const, 'documents' as const]
  const { sessionToken, session } = await enterPortal(office, firm, clientId, { email, can })
  opened = await phone(browser, 'es-CL', more)
  const { page, faults } = opened
  await page.context().addCookies([{ name: 'despacho', value: sessionToken, url: home }])
  const address = `${home}/matters/${matterId}`
  await page.goto(address)
  const line = page.locator('li.item').filter({ hasText: 'Contrato' })
  const handedIn = async () => {
    const { items } = await requestForClient(office, session, requestId)
    const kept = items.flatMap((one) => one.answers.flatMap((answer) => answer.files))
    return kept.map(({ name, size }) => ({ name, size }))
  }
  return { page, faults, line, address, matterId, handedIn }
}

const thanks = (place: Locator) => place.getByText(item.thanks({ item: 'Contrato' }))
const sending = (line: Locator) => line.getByRole('button', { name: upload.send({ count: 1 }) })
const chooseScan = (line: Locator) =>
  line.locator('input[type=file]').setInputFiles(join(folder, 'contrato.pdf'))

/** Where in the file each piece begins that leaves the browser; those from `breaks` on are lost on the way. */
async function poorLine(page: Phone['page'], breaks: (offset: number) => boolean) {
  const offsets: number[] = []
  await page.route('**/uploads/*', (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    const offset = Number(new URL(route.request().url()).searchParams.get('offset'))
    if (breaks(offset)) return route.abort('connectionreset')
    offsets.push(offset)
    return route.continue()
  })
  return offsets
}

const mebibyte = 1024 * 1024

describe('files on a poor line', () => {
  test('go on by themselves from where the connection broke, and are handed in once', async () => {
    const { page, line, handedIn } = await lookingAtMatter()
    let lost = 0
    const offsets = await poorLine(page, (offset) => offset === 2 * mebibyte && lost++ < 2)
    await chooseScan(line)
    await sending(line).tap()
    await line.getByText(upload.waiting).first().waitFor()
    await thanks(page.getByRole('status')).waitFor()
    expect(offsets).toEqual([0, mebibyte, 2 * mebibyte, 3 * mebibyte])
    expect(await handedIn()).toEqual([{ name: 'contrato.pdf', size: scan.length }])
  })

  test('are kept when patience ends, and go on from there at the press of a button', async () => {
    const { page, line, handedIn, address } = await lookingAtMatter()
    await page.clock.install()
    await page.goto(address)
    let broken = true
    const offsets = await poorLine(page, (offset) => broken && offset > 0)
    await chooseScan(line)
    await sending(line).tap()
    const retry = line.getByRole('button', { name: upload.retry })
    await expect
      .poll(() => page.clock.runFor(4000).then(() => retry.isVisible()), { timeout: 30_000 })
      .toBe(true)
    await line.getByRole('alert').getByText(upload.broken).waitFor()
    await line.getByText('contrato.pdf').waitFor()
    expect(await handedIn()).toEqual([])
    broken = false
    await retry.tap()
    await thanks(page.getByRole('status')).waitFor()
    expect(offsets).toEqual([0, mebibyte, 2 * mebibyte, 3 * mebibyte])
  })

  test('that were stopped go on when the page is opened anew and the same file is chosen again', async () => {
    const { page, faults, line, handedIn } = await lookingAtMatter()
    const offsets = await poorLine(page, (offset) => offset === 2 * mebibyte)
    await chooseScan(line)
    await sending(line).tap()
    await line.getByText(upload.waiting).first().waitFor()
    await line.getByRole('button', { name: upload.stop }).tap()
    await line.getByRole('alert').getByText(upload.stopped).waitFor()
    // What this browser remembers does not name the file.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toMatch(
      /^\{"upload:[0-9a-f]{32}":"[^"]*"\}$/,
    )
    await page.unrouteAll()
    await page.reload()
    const rest = await poorLine(page, () => false)
    await chooseScan(line)
    await sending(line).tap()
    await thanks(page.getByRole('status')).waitFor()
    expect([...offsets, ...rest]).toEqual([0, mebibyte, 2 * mebibyte, 3 * mebibyte])
    expect(await handedIn()).toEqual([{ name: 'contrato.pdf', size: scan.length }])
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(faults.filter((fault) => !fault.includes('ERR_CONNECTION_RESET'))).toEqual([])
  })

  test('leave nothing in the browser of who leaves', async () => {
    const { page, line } = await lookingAtMatter()
    await poorLine(page, () => true)
    await chooseScan(line)
    await sending(line).tap()
    await line.getByText(upload.waiting).first().waitFor()
    await line.getByRole('button', { name: upload.stop }).tap()
    await line.getByRole('alert').waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(1)
    await page.getByRole('button', { name: portalWords['es-CL'].leave }).tap()
    await page.waitForURL('**/?left')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })
})

test('a refusal is said where the files are, which stay chosen', async () => {
  const { page, faults, line } = await lookingAtMatter()
  await line
    .locator('input[type=file]')
    .setInputFiles({ name: 'vacío.pdf', mimeType: '', buffer: Buffer.alloc(0) })
  await line.getByRole('alert').getByText('«vacío.pdf» llegó vacío.').waitFor()
  const photos = ['frente.jpg', 'reverso.jpg'].map((name) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: Buffer.from(`${name} ${page.url()}`),
  }))
  for (const photo of photos) await line.locator('input[type=file]').setInputFiles(photo)
  expect(await line.getByRole('alert').count()).toBe(0)
  await line.getByRole('button', { name: upload.remove({ name: 'frente.jpg' }) }).tap()
  await page.context().clearCookies()
  await sending(line).tap()
  await line.getByRole('alert').getByText('Su sesión terminó').waitFor()
  await line.getByText('reverso.jpg').waitFor()
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([])
})

test('without any script the same form hands in, and the same history is searched', async () => {
  const { page, line, handedIn } = await lookingAtMatter({ javaScriptEnabled: false })
  await chooseScan(line)
  await line.getByRole('button', { name: upload.sendPlain }).tap()
  await thanks(page.locator('.thanks')).waitFor()
  expect(await handedIn()).toEqual([{ name: 'contrato.pdf', size: scan.length }])
})

describe('a history', () => {
  test('is searched and narrowed down on a narrow screen, by keyboard and back again', async () => {
    const { page, faults, matterId, address } = await lookingAtMatter({
      viewport: { width: 320, height: 640 },
    })
    const about = { by: firm.camila, matterId }
    await publishNews(portal.office, { ...about, body: words('Se rindió la fianza.') })
    await addEntry(portal.office, { ...about, kind: 'court-movement', title: 'Resolución: téngase presente' })
    await addEntry(portal.office, { ...about, kind: 'court-movement', title: 'Certificación de fianza' })
    await page.goto(address)
    await page.getByRole('searchbox', { name: history.search }).fill('FIANZA')
    await page.keyboard.press('Enter')
    await page
      .getByRole('status')
      .getByText(history.found({ count: 2, total: 4 }))
      .waitFor()
    await page.getByText(history.only).first().press('Enter')
    await page.getByRole('checkbox', { name: history.kinds['court-movement'] }).press('Space')
    await page.getByRole('button', { name: history.find }).press('Enter')
    await page
      .getByRole('status')
      .getByText(history.found({ count: 1, total: 4 }))
      .waitFor()
    await page.getByText('Certificación de fianza').waitFor()
    expect(await page.getByText('Se rindió la fianza.').count()).toBe(0)
    await page.getByRole('searchbox').fill('nada de esto')
    await page.keyboard.press('Enter')
    await page.getByText(history.notFound).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.getByRole('link', { name: history.everything }).press('Enter')
    await page.getByText('Se rindió la fianza.').waitFor()
    expect(faults).toEqual([])
  })
})

test('a picture opens over the page, closes by keyboard, and leaves its reader where they were', async () => {
  const { page, faults, matterId, address } = await lookingAtMatter()
  async function* bytes() {
    yield Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
  }
  const file = { name: 'plano.png', type: 'image/png', bytes: bytes() }
  await addEntry(portal.office, { by: firm.camila, matterId, kind: 'document', title: 'Plano', file })
  await page.goto(address)
  const link = page.getByRole('link', { name: 'Ver plano.png' })
  await link.press('Enter')
  const picture = page.getByRole('dialog', { name: 'plano.png' }).getByRole('img', { name: 'plano.png' })
  const width = (seen: SVGElement | HTMLElement) => (seen instanceof HTMLImageElement ? seen.naturalWidth : 0)
  await expect.poll(() => picture.evaluate(width)).toBe(1)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await link.evaluate((place) => place === document.activeElement)).toBe(true)
  // In a tab of its own the answer's headers let it be seen as well.
  await page.goto(new URL((await link.getAttribute('href')) ?? '', address).href)
  await expect.poll(() => page.locator('img').evaluate(width)).toBe(1)
  expect(faults).toEqual([])
})
