import type { Browser } from 'playwright-core'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { members } from '#db/schema/firms.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import type { Inbound } from '#core/replies/receive-reply.ts'
import { originalUrl } from '#core/replies/original/original-url.ts'
import { locales, type Locale } from '#core/words/locale.ts'
import { portalWords } from '#portal/portal-words.ts'
import { joined, pdfPart, plainPart, rosa, written } from '../fixtures/mail/hazards/hazard.ts'
import { desk, phone, startBrowser } from '../journeys/phone.ts'
import { lawFirm, type LawFirm } from '../office/law-firm.ts'
import { openMailDoor } from '../office/mail-world.ts'
import { servePortal, type ServedPortal } from '../office/serve-portal.ts'
import { lookOver } from './look-over.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let portal: ServedPortal
let firm: LawFirm
let browser: Browser
let mail: Inbound

const letter = `Estimada Camila:

Le adjunto la cédula y el contrato, que tuve que pedir otra vez en la notaría porque el primero no se leía bien. La carpeta está en https://drive.correo.example/carpetas/2026/marzo/antecedentes-de-la-causa-1234-2025/completa

Quedo atenta.
Rosa

El mar, 3 mar 2026 a las 10:02, Estudio Rojas (<casos@estudio.example>) escribió:

> Estimada Rosa:
>
> Para presentar la demanda necesitamos su cédula de identidad y el contrato de arriendo.
>
>> Muchas gracias por su ayuda.
>
> Por favor, responda sobre esta línea`

beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
  browser = await startBrowser()
  const door = await openMailDoor(portal.office, firm)
  const body = joined('m', [
    plainPart(letter),
    pdfPart('cedula.pdf'),
    pdfPart('contrato_de_arriendo_con_anexos_y_firma_ante_notario_2019_version_final.pdf'),
  ])
  const raw = (world: Parameters<typeof written>[0]) =>
    written(
      world,
      { 'Content-Type': 'multipart/mixed; boundary="m"', Cc: 'Contador <contador@correo.example>' },
      body,
    )
  mail = (await door.meet({ name: 'a letter', raw, from: rosa, then: { state: 'answered' } })).inbound
  await door.close()
})
afterAll(async () => {
  await browser?.close()
  portal?.close()
})

const about = (to: Partial<Inbound>) =>
  write(portal.office.db, (tx) => tx.update(inboundMessages).set(to).where(eq(inboundMessages.id, mail.id)))
const hold = (heldBecause: 'down' | null) =>
  write(portal.office.db, (tx) => tx.update(files).set({ heldBecause }).where(eq(files.inboundId, mail.id)))

test.each(locales)(
  'a mail is read as it came, on a telephone and at a desk, in %s',
  async (locale: Locale) => {
    await write(portal.office.db, (tx) =>
      tx.update(members).set({ locale }).where(eq(members.id, firm.camila.memberId)),
    )
    const { original } = portalWords[locale]
    const url = originalUrl(portal.office, mail, firm.camila.memberId) ?? ''
    for (const take of [phone, desk]) {
      const { page, faults } = await take(browser, locale)
      await page.goto(url)
      expect(await page.textContent('.letter')).toContain('> Para presentar la demanda')
      expect(await page.textContent('.kicker')).toBe(original.title)
      await lookOver(page, `original-${locale}`)
      const saving = page.waitForEvent('download')
      await page.locator('.letter-save a').click()
      expect((await saving).suggestedFilename()).toMatch(/^Re. Estudio Rojas.*\.eml$/)
      expect(faults).toEqual([])
      await page.context().close()
    }
  },
)

test.each(locales)('what cannot be read or saved is told, in %s', async (locale: Locale) => {
  await write(portal.office.db, (tx) =>
    tx.update(members).set({ locale }).where(eq(members.id, firm.camila.memberId)),
  )
  const { original } = portalWords[locale]
  const url = originalUrl(portal.office, mail, firm.camila.memberId) ?? ''
  const { page } = await phone(browser, locale)
  await hold('down')
  await page.goto(url)
  expect(await page.textContent('main')).toContain(original.notSaved.held)
  await lookOver(page, `original-held-${locale}`)
  await hold(null)
  await about({ quarantineReason: 'too_large' })
  await page.goto(url)
  expect(await page.textContent('main')).toContain(original.start)
  await about({ quarantineReason: null, rawSize: 0 })
  await page.goto(url)
  expect(await page.textContent('main')).toContain(original.gone)
  await lookOver(page, `original-gone-${locale}`)
  await about({ rawSize: mail.rawSize })
  await page.goto(`${url}x`)
  expect(await page.textContent('main')).toContain(original.bad)
  await lookOver(page, `original-dead-${locale}`)
  await page.context().close()
})
