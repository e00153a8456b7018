import { expect, test } from 'vitest'
import { contactSheets } from '../../clients/contact-sheet.ts'
import { matterForClient } from '../../matters/matter-for-client.ts'
import { mattersForClient } from '../../matters/matters-for-client.ts'
import { publishNews } from '../../news/publish-news.ts'
import { handIn } from '../../replies/handing-in/hand-in.ts'
import { addAccess } from './add-access.ts'
import { clientSession, type ClientSession } from '../session/client-session.ts'
import { enterByLink } from '../links/enter-by-link.ts'
import { extendAccess } from './extend-access.ts'
import { listAccesses } from './list-accesses.ts'
import { narrowAccess } from './narrow-access.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { refusalOf } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

async function ownerAndCompany(office: TestOffice, firm: LawFirm) {
  const companyId = await firm.addClient('Comercial Fuentes SpA', 'rosa@correo.example')
  const companyMatter = await firm.addMatter({ title: 'Comercial Fuentes con Banco', clients: [companyId] })
  const visit = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const enterAgain = async (): Promise<ClientSession> => {
    const { sessionToken } = await enterByLink(office, { token: visit.token, from: '192.0.2.1' })
    const session = await clientSession(office, sessionToken)
    if (!session) throw new Error('no session')
    return session
  }
  return { companyId, companyMatter, visit, enterAgain }
}

test('a taken address tells which access has it, and that access can be extended to the same person’s company', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { companyId, companyMatter, visit, enterAgain } = await ownerAndCompany(office, firm)
  const wish = { by: firm.ana, clientId: companyId, kind: 'link' as const, email: 'ROSA@correo.example' }
  expect(await refusalOf(addAccess(office, wish))).toEqual({
    code: 'address_taken',
    facts: { accessId: visit.accessId, name: 'Rosa Fuentes' },
  })
  await extendAccess(office, { by: firm.ana, accessId: visit.accessId, clientId: companyId })
  await extendAccess(office, { by: firm.ana, accessId: visit.accessId, clientId: companyId })
  expect(await clientSession(office, visit.sessionToken)).toBeNull()
  const session = await enterAgain()
  const seen = (await mattersForClient(office, session)).map((matter) => matter.id)
  expect(seen.sort()).toEqual([firm.matterId, companyMatter].sort())
  expect(await listAccesses(office, { by: firm.ana })).toMatchObject([
    { clientId: firm.rosaId, alsoFor: [companyId] },
  ])
  expect((await contactSheets(office, session)).map((sheet) => sheet.name)).toEqual([
    'Rosa Fuentes',
    'Comercial Fuentes SpA',
  ])
  await narrowAccess(office, { by: firm.ana, accessId: visit.accessId, clientId: companyId })
  expect((await mattersForClient(office, await enterAgain())).map((matter) => matter.id)).toEqual([
    firm.matterId,
  ])
})

test('what is for the company reads and is answered as the company’s, once', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { companyId, companyMatter, visit, enterAgain } = await ownerAndCompany(office, firm)
  await extendAccess(office, { by: firm.ana, accessId: visit.accessId, clientId: companyId })
  const both = await firm.addMatter({ title: 'Ambas partes', clients: [firm.rosaId, companyId] })
  await publishNews(office, { by: firm.ana, matterId: both, body: words('Para las dos') })
  const requestId = await askFor(office, firm, 'Escritura', { matterId: companyMatter })
  const item = await itemCalled(office, requestId, 'Escritura')
  const session = await enterAgain()
  expect((await matterForClient(office, session, both)).history).toHaveLength(1)
  await handIn(office, { by: { session }, itemId: item.id, files: [upload('escritura.pdf')] })
  const [request] = (await matterForClient(office, session, companyMatter)).requests
  expect(request?.items[0]).toMatchObject({
    status: 'received',
    byCoClient: false,
    answers: [{ via: 'portal' }],
  })
})

test('where the owner stands against the company, neither is shown the matter', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { companyId, visit, enterAgain } = await ownerAndCompany(office, firm)
  const dispute = await firm.addMatter({
    title: 'Contra la socia',
    clients: [companyId],
    otherSide: [firm.rosaId],
  })
  await extendAccess(office, { by: firm.ana, accessId: visit.accessId, clientId: companyId })
  expect((await mattersForClient(office, await enterAgain())).map((matter) => matter.id)).not.toContain(
    dispute,
  )
})
