import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askFor } from '../office/ask-for.ts'
import { invited } from '../office/invited.ts'
import { startBrowser } from '../journeys/phone.ts'
import { lawFirm } from '../office/law-firm.ts'
import { servePortal, type ServedPortal } from '../office/serve-portal.ts'

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

test('the button that confirms an urgent request looks as it is: ready, and gone once it was pressed', async () => {
  const { office, home } = portal
  // A browser drops cookies whose time is over.
  office.now = new Date()
  const firm = await lawFirm(office)
  const email = 'rosa@correo.example'
  const clientId = await firm.addClient('Rosa Fuentes', email)
  const matterId = await firm.addMatter({ title: 'Arriendo', clients: [clientId] })
  await askFor(office, firm, 'Cédula de identidad', { matterId, dueOn: null, confirmWithin: 4 })
  const { url } = await invited(office, { by: firm.system, clientId, kind: 'link', email })
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await page.goto(new URL(url, home).href)
  await page.click('main button')
  await page.waitForURL(/\/matters$/)
  await page.goto(`${home}/matters/${matterId}`)
  const confirm = page.getByRole('button', { name: 'Confirmar que lo leí' })
  const style = await confirm.evaluate((button) => {
    const { opacity, cursor } = getComputedStyle(button)
    return { opacity, cursor }
  })
  expect(style).toEqual({ opacity: '1', cursor: expect.not.stringContaining('not-allowed') as string })
  await confirm.click()
  await page.getByText('Usted ya confirmó que lo leyó.').waitFor()
  expect(await confirm.count()).toBe(0)
})
