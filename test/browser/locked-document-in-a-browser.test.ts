import { Readable } from 'node:stream'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { files } from '#db/schema/replies.ts'
import { fileUrl } from '#core/files/file-pass.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { uploadToken } from '#core/requests/upload-pass.ts'
import { locales } from '#core/words/locale.ts'
import { portalWords } from '#portal/portal-words.ts'
import { eq } from 'drizzle-orm'
import { fixtureFile } from '../fixtures/mail/build.ts'
import { phone, startBrowser } from '../journeys/phone.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { deliver } from '../office/deliveries.ts'
import { enterPortal } from '../office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '../office/incoming.ts'
import { lawFirm } from '../office/law-firm.ts'
import { servePortal, type ServedPortal } from '../office/serve-portal.ts'
import { lookOver } from './look-over.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

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
  'the password of a document is given on a phone, corrected, and seen by a member (%s)',
  async (locale) => {
    const { office, home } = portal
    const firm = await lawFirm(office, `T-${locale}`)
    const email = `cliente-${locale.toLowerCase()}@correo.example`
    const clientId = await firm.addClient('Rosa Mora', email, { locale })
    const matter = { title: 'Arriendo de Rosa', clients: [clientId], responsible: [firm.camila.memberId] }
    const matterId = await firm.addMatter(matter)
    const requestId = await askFor(office, firm, 'Cédula\nCartola del banco', { matterId })
    const replyAddressId = await replyAddressOf(office, email, requestId)
    await deliver(office)
    const name = 'cartola_de_la_cuenta_corriente_de_noviembre_2026.pdf'
    const locked = fixtureFile('locked-r6.pdf')
    await mailComesIn(office, {
      from: email,
      to: [replyAddressId],
      attachments: [{ name, content: locked, flag: 'encrypted' }],
    })
    const { sessionToken, session } = await enterPortal(office, firm, clientId, { email })
    const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
    const handed = { name: 'cédula.pdf', type: 'application/pdf', bytes: Readable.from([locked]) }
    await handIn(office, { by: { session }, itemId, files: [handed] })
    const [file] = await office.db.read.select().from(files).where(eq(files.requestId, requestId))
    const words = portalWords[locale].locked

    const { page, faults } = await phone(browser, locale)
    await page.goto(`${home}/upload/${uploadToken(office, replyAddressId)}`)
    await page.getByLabel(words.label({ name })).waitFor()
    await lookOver(page, `locked-asked-${locale}`)
    const first = page.locator('.locked-file').first()
    await first.getByLabel(words.label({ name })).fill('mala')
    await first.getByRole('button').click()
    await page.getByText(words.wrong).waitFor()
    await lookOver(page, `locked-wrong-${locale}`)
    await page.locator('.locked-file').first().getByLabel(words.label({ name })).fill('secreta')
    await page.getByLabel(portalWords[locale].password.show).first().check()
    await page.locator('.locked-file').first().getByRole('button').click()
    await page.getByText(words.thanks).waitFor()
    await lookOver(page, `locked-given-${locale}`)

    await page.context().addCookies([{ name: 'despacho', value: sessionToken, url: home }])
    await page.goto(`${home}/requests/${requestId}`)
    await page.getByText(words.again).click()
    await lookOver(page, `locked-session-${locale}`)
    await page.goto(`${home}/matters/${matterId}`)
    await page.getByLabel(words.label({ name: 'cédula.pdf' })).fill('secreta')
    await page.locator('.locked-file').nth(1).getByRole('button').click()
    await page.getByText(words.thanks).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/matters/${matterId}`)

    await page.goto(fileUrl(office, file?.id ?? '', firm.camila.memberId))
    const members = portalWords['es-CL'].locked.member
    await page.getByText(members.noted).waitFor()
    await lookOver(page, `locked-member-${locale}`)
    await page.getByRole('button', { name: members.show }).click()
    await page.getByText('secreta', { exact: true }).waitFor()
    await lookOver(page, `locked-shown-${locale}`)
    // What was refused is all that the browser had to say.
    expect(faults).toEqual([expect.stringContaining('422')])
    await page.context().close()
  },
)
