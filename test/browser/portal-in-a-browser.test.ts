import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { previewClient } from '#core/access/preview/preview.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import type { PortalWords } from '#core/words/es-CL/portal.ts'
import { locales, type Locale } from '#core/words/locale.ts'
import { portalWords } from '#portal/portal-words.ts'
import { samplePdf, samplePng } from '../mail/sample-files.ts'
import { lookOver } from './look-over.ts'
import { officeDay, patience, tellOfFailures, type OfficeDay } from '../journeys/office-day.ts'
import { desk, phone, startBrowser, type Phone } from '../journeys/phone.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 })

const password = 'cuatro gatos en el tejado'
const names: Record<Locale, string> = { 'es-CL': 'María Ñúñez', 'pt-BR': 'João Ávila', en: 'Grace Hill' }

let day: OfficeDay
let browser: Browser
beforeAll(async () => {
  day = await officeDay()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await day?.end()
})
tellOfFailures(() => day)

type Guest = { name: string; email: string; clientId: string; matterId: string; words: PortalWords }

let guests = 0

/** A client who reads this language, with a matter in which there is something to read and something to hand in. */
async function guest(locale: Locale): Promise<Guest> {
  const name = names[locale]
  const email = `visita${++guests}@correo.example`
  const clientId = await day.addClient({ name, email, locale })
  const matterId = await day.addMatter(`Causa 15.432 de ${name}`, [clientId])
  const by = await day.actor(day.camila)
  await publishNews(day.office, {
    by,
    matterId,
    body: plainTextToRichText('Se fijó audiencia para el lunes.'),
  })
  await day.askFor(matterId, 'Antecedentes', ['Cédula de identidad', 'Contrato'])
  await document(matterId, 'Sentencia', 'sentencia.pdf', samplePdf('sentencia'))
  const movement = ['--matter', matterId, '--kind', 'court-movement', '--title', 'Causa en acuerdo']
  await day.product.administer('entry', 'add', ...movement)
  return { name, email, clientId, matterId, words: portalWords[locale] }
}

async function document(matterId: string, title: string, name: string, bytes: Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-document-'))
  const path = join(folder, name)
  await writeFile(path, bytes)
  const about = ['--matter', matterId, '--kind', 'document', '--title', title, '--file', path]
  await day.product.administer('entry', 'add', ...about)
  await rm(folder, { recursive: true })
}

async function invitedTo(kind: 'account' | 'link', { clientId, email }: Guest): Promise<string> {
  const { administer } = day.product
  const about = ['--firm', day.firmId, '--client', clientId, '--kind', kind, '--email', email]
  const { accessId = '' } = await administer('access', 'add', ...about)
  const { url = '' } = await administer('access', 'invite', '--access', accessId)
  const letter = await day.post.waitForLetter(email, url, patience)
  expect(letter.html).toContain(url)
  return url
}

const at = (path: string) => new URL(path, day.product.baseUrl).href
const sizes: [string, (locale: string) => Promise<Phone>][] = [
  ['a telephone', (locale) => phone(browser, locale)],
  ['a desk', (locale) => desk(browser, locale)],
]
const everywhere = locales.flatMap((locale) => sizes.map(([size, open]) => ({ locale, size, open })))

describe('from the invitation to the way out:', () => {
  test.each(everywhere)('in $locale at $size, by keyboard, with a password', async ({ locale, open }) => {
    const who = await guest(locale)
    const { words } = who
    const url = await invitedTo('account', who)
    const { page, faults } = await open(locale)
    const see = (name: string) => lookOver(page, `account-${locale}-${name}`)

    await page.goto(url)
    await see('password')
    await page.getByLabel(words.password.label, { exact: true }).focus()
    await page.keyboard.type('1234567890')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: words.refusals.passwordTooCommon }).waitFor()
    await see('password-refused')
    await page.getByLabel(words.password.label, { exact: true }).focus()
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/matters')
    await see('matters')

    await press(page, page.getByRole('link', { name: `Causa 15.432 de ${who.name}`, exact: true }))
    await page.waitForURL(`**/matters/${who.matterId}`)
    await see('matter')
    await handIn(page, words, 'Cédula de identidad')
    await see('matter-handed-in')
    await press(page, page.getByRole('link', { name: words.yourDetails }))
    await page.waitForURL('**/contact')
    await see('contact')
    await press(page, page.getByRole('button', { name: words.leave }))
    await page.getByText(words.start.left).waitFor()
    await see('left')
    await page.goBack()
    await page.reload()
    await page.getByText(words.errors.signedOutTitle).waitFor()
    await see('signed-out')

    await page.goto(at('/login'))
    await see('login')
    await page.getByLabel(words.login.email).fill(who.email)
    await page.getByLabel(words.login.password).fill('no es esta la clave')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: words.refusals.wrongPassword }).waitFor()
    await see('login-refused')
    await page.getByLabel(words.login.email).fill(who.email)
    await page.getByLabel(words.login.password).fill(password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/matters')
    await page.getByRole('button', { name: words.leave }).click()

    await page.goto(at('/forgot'))
    await see('forgot')
    await page.getByLabel(words.login.email).fill(who.email)
    await page.keyboard.press('Enter')
    await page.getByText(words.forgot.sentTitle).waitFor()
    await see('forgot-sent')
    await day.post.waitForLetter(who.email, '/invite/', patience)
    await page.goto(url)
    await page.getByText(words.password.badTitle).waitFor()
    await see('password-link-used')
    expect(complaints(faults)).toEqual([])
    await page.context().close()
  })

  test.each(everywhere)('in $locale at $size, with a link', async ({ locale, open }) => {
    const who = await guest(locale)
    const { words } = who
    const url = await invitedTo('link', who)
    const { page, faults } = await open(locale)
    const see = (name: string) => lookOver(page, `link-${locale}-${name}`)
    await page.goto(at('/'))
    await see('start')
    await page.goto(url)
    await see('enter')
    await press(page, page.getByRole('button', { name: words.enter.button }))
    await page.waitForURL('**/matters')
    await page.goto(at(`/matters/${who.matterId}`))
    await page.getByText('Se fijó audiencia para el lunes.').waitFor()
    await page.goto(at(`/matters/${'a'.repeat(20)}`))
    await page.getByText(words.errors.missingTitle).waitFor()
    await see('missing')
    await page.goto(at(`/enter/${'a'.repeat(20)}-${'b'.repeat(26)}`))
    await page.getByText(words.enter.badTitle).waitFor()
    await see('dead-link')
    expect(complaints(faults)).toEqual([])
    await page.context().close()
  })
})

test('without scripts a client enters, hands in a file, and leaves', async () => {
  const who = await guest('es-CL')
  const { words } = who
  const url = await invitedTo('link', who)
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'es-CL' })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: words.enter.button }).click()
  await page.goto(at(`/matters/${who.matterId}`))
  const item = page.locator('li.item').filter({ hasText: 'Contrato' })
  const content = { name: 'contrato.pdf', mimeType: 'application/pdf', buffer: samplePdf('contrato') }
  await item.locator('input[type=file]').setInputFiles(content)
  await item.getByRole('button', { name: words.upload.sendPlain }).click()
  await page.getByText(words.item.thanks({ item: 'Contrato' })).waitFor()
  await page.getByRole('button', { name: words.leave }).click()
  await page.getByText(words.start.left).waitFor()
  await context.close()
})

test('a lawyer looks through a client’s eyes: the page is marked, and takes nothing', async () => {
  const who = await guest('es-CL')
  const { words } = who
  const by = await day.actor(day.camila)
  const { url } = await previewClient(day.office, { by, clientId: who.clientId, matterId: who.matterId })
  const { page, faults } = await desk(browser, 'es-CL')
  await page.goto(at(new URL(url).pathname))
  await lookOver(page, 'preview-es-CL-offer')
  await page.getByRole('button', { name: words.preview.button }).click()
  await page.waitForURL(`**/matters/${who.matterId}`)
  await page.getByText(words.preview.banner({ client: who.name })).waitFor()
  await lookOver(page, 'preview-es-CL-matter')
  expect(
    await page
      .locator('main form[method=post] :is(input:not([type=hidden]), button, textarea):enabled')
      .count(),
  ).toBe(0)
  await page.getByRole('button', { name: words.preview.end }).click()
  await page.getByText(words.start.left).waitFor()
  expect(complaints(faults)).toEqual([])
  await page.context().close()
})

test.each(locales)('files of a sensitive matter, in %s: the code goes to her e-mail', async (locale) => {
  const who = await guest(locale)
  const { words } = who
  const matterId = await day.addMatter('Asunto reservado', [who.clientId], { sensitive: true })
  await document(matterId, 'Fotografía', 'foto.png', samplePng())
  const url = await invitedTo('link', who)
  const { page } = await phone(browser, locale)
  const see = (name: string) => lookOver(page, `code-${locale}-${name}`)
  await page.goto(url)
  await page.getByRole('button', { name: words.enter.button }).tap()
  await page.waitForURL('**/matters')
  const response = await page.goto(at(`/matters/${matterId}`))
  const path = /\/files\/[a-z2-7]+/.exec((await response?.text()) ?? '')?.[0] ?? ''
  await page.goto(at(path))
  await see('ask')
  await page.getByRole('button', { name: words.code.send }).tap()
  await page.getByLabel(words.code.label).waitFor()
  await see('sent')
  const letter = await day.post.waitForLetter(who.email, /\b\d{3}\s\d{3}\b/, patience)
  await page.getByLabel(words.code.label).fill(/\b\d{3}\s\d{3}\b/.exec(letter.text)?.[0] ?? '')
  await page.getByRole('button', { name: words.code.button }).tap()
  await page.getByText(words.code.doneTitle).waitFor()
  await see('done')
  await page.context().close()
})

type Locator = ReturnType<Page['locator']>

/** Presses what has the focus, as people without a mouse do. */
async function press(page: Page, what: Locator): Promise<void> {
  await what.focus()
  await page.keyboard.press('Enter')
}

async function handIn(page: Page, words: PortalWords, title: string): Promise<void> {
  const item = page.locator('li.item').filter({ hasText: title })
  const content = { name: 'cedula.pdf', mimeType: 'application/pdf', buffer: samplePdf(title) }
  await item.locator('input[type=file]').setInputFiles(content)
  await press(page, item.getByRole('button', { name: words.upload.send({ count: 1 }) }))
  await page
    .getByRole('status')
    .filter({ hasText: words.item.thanks({ item: title }) })
    .waitFor()
}

/** What a browser complains of, but for the answers that these stories ask for: 401, 404 and 422 are told as errors too. */
function complaints(faults: string[]): string[] {
  return faults.filter((fault) => !/Failed to load resource: .* status of (401|404|422)/.test(fault))
}
