import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { prepareFiles } from '#core/documents/prepare-files.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { locales } from '#core/words/locale.ts'
import { portalWords } from '#portal/portal-words.ts'
import { samplePdf, samplePng } from '../mail/sample-files.ts'
import { phone, startBrowser } from '../journeys/phone.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { enterPortal } from '../office/enter-portal.ts'
import { lawFirm } from '../office/law-firm.ts'
import { servePortal, type ServedPortal } from '../office/serve-portal.ts'
import { lookOver } from './look-over.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const apple = await readFile(new URL('../fixtures/photos/IMG_2041.HEIC', import.meta.url))

let portal: ServedPortal
let browser: Browser
beforeAll(async () => {
  portal = await servePortal()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  portal?.close()
})

test.each(locales)(
  'photos, what could not be shown and what waits for a scan are seen on a phone (%s)',
  async (locale) => {
    const { office, home } = portal
    const firm = await lawFirm(office, `T-${locale}`)
    const email = `cliente-${locale.toLowerCase()}@correo.example`
    const clientId = await firm.addClient('Rosa Mora', email, { locale })
    const matterId = await firm.addMatter({ title: 'Arriendo de Rosa', clients: [clientId] })
    const requestId = await askFor(office, firm, 'Cédula\nContrato', { matterId })
    const { sessionToken, session } = await enterPortal(office, firm, clientId, { email })
    const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
    const handed: [string, string, Buffer][] = [
      ['IMG_2041.HEIC', 'image/heic', apple],
      ['reverso de la cédula de identidad con su número.png', 'image/png', samplePng()],
      ['rota.HEIC', 'image/heic', apple.subarray(0, 6000)],
      ['certificado.pdf', 'application/pdf', samplePdf('Certificado')],
      ['en espera.pdf', 'application/pdf', samplePdf('En espera')],
    ]
    await handIn(office, {
      by: { session },
      itemId,
      files: handed.map(([name, type, content]) => ({ name, type, bytes: Readable.from([content]) })),
    })
    while (await prepareFiles(office));
    await write(office.db, (tx) =>
      tx.update(files).set({ heldBecause: 'down' }).where(eq(files.name, 'en espera.pdf')),
    )

    const { page, faults } = await phone(browser, locale)
    await page.context().addCookies([{ name: 'despacho', value: sessionToken, url: home }])
    await page.goto(`${home}/requests/${requestId}`)
    const words = portalWords[locale].file
    await page.getByText(words.held).waitFor()
    await page.getByText(words.noPreview).waitFor()
    const small = page.locator('.file-thumbnail img')
    await expect
      .poll(() => small.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)))
      .toEqual([320, 320])
    await lookOver(page, `documents-${locale}`)
    await page.locator('.file-view').first().click()
    const large = page.locator('dialog img')
    await expect.poll(() => large.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1200)
    await lookOver(page, `documents-picture-${locale}`)
    expect(faults).toEqual([])
    await page.context().close()
  },
)
