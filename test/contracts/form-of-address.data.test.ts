import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { editFirm } from '#core/firms/edit-firm.ts'
import { enterPortal } from '../office/enter-portal.ts'
import { lawFirm } from '../office/law-firm.ts'
import { plainBrowser } from '../office/plain-browser.ts'
import { servePortal } from '../office/serve-portal.ts'

test('the portal addresses clients as their firm wishes it', async () => {
  const portal = await servePortal()
  onTestFinished(() => portal.close())
  const { office } = portal
  const firm = await lawFirm(office)
  await write(office.db, (tx) =>
    tx.update(clients).set({ locale: 'pt-BR' }).where(eq(clients.id, firm.rosaId)),
  )
  const { sessionToken } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const details = async () =>
    (await plainBrowser(portal.home).get('/contact', { cookie: `despacho=${sessionToken}` })).visible
  expect(await details()).toContain('É assim que falamos com você neste portal')
  await editFirm(office, { by: firm.ana, formOfAddress: 'senhor' })
  const formal = await details()
  expect(formal).toContain('É assim que falamos com o(a) senhor(a) neste portal')
  expect(formal).not.toMatch(/você/i)
}, 120_000)
