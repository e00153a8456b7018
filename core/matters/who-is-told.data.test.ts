import { expect, test } from 'vitest'
import { addAccess } from '../access/granting/add-access.ts'
import { removeAccess } from '../access/granting/remove-access.ts'
import { publishNews } from '../news/publish-news.ts'
import { hideMatter } from './hide-matter.ts'
import { whoIsTold } from './who-is-told.ts'
import { mailsOf } from '#test/office/deliveries.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'

test('before sending, a member sees exactly who will be told, by name and address, and whether clients see the matter', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const pedroId = await firm.addClient('Pedro Fuentes', 'Pedro@Correo.example')
  const otherId = await firm.addClient('Inmobiliaria', 'legal@aromos.example')
  const clients = [firm.rosaId, pedroId]
  const matterId = await firm.addMatter({ title: 'Partición', alias: 'Lirio', clients, otherSide: [otherId] })
  const access = { by: firm.system, kind: 'link' as const }
  await addAccess(office, { ...access, clientId: pedroId, email: 'pedro@correo.example' })
  await addAccess(office, { ...access, clientId: otherId, email: 'legal@aromos.example' })
  const gone = await addAccess(office, { ...access, clientId: firm.rosaId, email: 'rosa@correo.example' })
  await removeAccess(office, { by: firm.system, accessId: gone.accessId })

  const told = await whoIsTold(office, { by: firm.camila, matterId })
  expect(told).toEqual({
    matter: {
      id: matterId,
      title: 'Partición',
      reference: 'Lirio',
      hidden: false,
      closed: false,
      visibility: 'firm',
      sensitive: false,
    },
    clients: [
      {
        clientId: firm.rosaId,
        name: 'Rosa Fuentes',
        emails: ['rosa@correo.example', 'contador@correo.example', 'hijo@correo.example'],
      },
      { clientId: pedroId, name: 'Pedro Fuentes', emails: ['pedro@correo.example'] },
    ],
    accesses: 1,
  })
  await publishNews(office, { by: firm.camila, matterId, body: words('Hola') })
  const mailed = (await mailsOf(office, 'newsPublished')).map((mail) => mail.recipient)
  expect(mailed.sort()).toEqual(told.clients.flatMap((client) => client.emails).sort())
  await hideMatter(office, { by: firm.camila, matterId })
  expect((await whoIsTold(office, { by: firm.camila, matterId })).matter.hidden).toBe(true)
})

test('a sensitive matter is spoken of by its alias alone', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const matterId = await firm.addMatter({
    title: 'Divorcio',
    alias: 'Lirio',
    clients: [firm.rosaId],
    sensitive: true,
  })
  const { matter } = await whoIsTold(office, { by: firm.camila, matterId })
  expect(matter).toMatchObject({ title: 'Lirio', reference: 'Lirio', sensitive: true })
})

test('nobody learns it of a matter that is not theirs', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const matterId = await firm.addMatter({ title: 'Secreto', clients: [firm.rosaId], visibility: 'private' })
  expect(await refusal(whoIsTold(office, { by: firm.camila, matterId }))).toBe('not_found')
  expect((await whoIsTold(office, { by: firm.ana, matterId })).clients).toHaveLength(1)
})
