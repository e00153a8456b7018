import { expect, test } from 'vitest'
import { publishNews } from '../news/publish-news.ts'
import { remindDue } from '../reminders/remind-due.ts'
import { closeMatter } from './close-matter.ts'
import { communicationOf } from './communication.ts'
import { matterForClient } from './matter-for-client.ts'
import { mattersForClient } from './matters-for-client.ts'
import { reopenMatter } from './reopen-matter.ts'
import { askFor } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'

const body = words('Se dictó sentencia.')

test('a closed matter is readable and takes nothing new; its open requests are cancelled, with notice if the member says so', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { matterId } = firm
  await publishNews(office, { by: firm.camila, matterId, body })
  await askFor(office, firm, 'Cédula')
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  await deliver(office)
  await closeMatter(office, { by: firm.camila, matterId, tell: true, interaction: 'close-1' })
  await closeMatter(office, { by: firm.camila, matterId, tell: true, interaction: 'close-1' })
  expect((await deliver(office)).letters.map((letter) => letter.kind)).toEqual(
    Array(3).fill('requestCancelled'),
  )
  const seen = await matterForClient(office, session, matterId)
  expect(seen.history).toHaveLength(1)
  expect(seen).toMatchObject({ matter: { waiting: 0 }, requests: [{ status: 'cancelled' }] })
  expect(await mattersForClient(office, session)).toMatchObject([
    { id: matterId, closedAt: office.now, waiting: 0 },
  ])
  expect(await refusal(publishNews(office, { by: firm.camila, matterId, body }))).toBe('matter_closed')
  expect(await refusal(askFor(office, firm, 'Contrato'))).toBe('matter_closed')
  office.later({ days: 20 })
  expect(await remindDue(office)).toBe(0)
})

test('closed without a word, nobody is mailed; a late reply is told to the member as a message', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula')
  await deliver(office)
  await closeMatter(office, { by: firm.camila, matterId: firm.matterId })
  expect((await deliver(office)).letters).toEqual([])
  const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
  const { state } = await mailComesIn(office, {
    from: 'rosa@correo.example',
    to,
    attachments: [{ name: 'cedula.pdf' }],
  })
  expect(state).toBe('filed')
  const { notes, letters } = await deliver(office)
  expect(notes).toMatchObject([{ kind: 'messageArrived', files: [{ name: 'cedula.pdf' }] }])
  expect(letters).toEqual([])
})

test('a matter that is reopened takes news and requests again; what closing cancelled stays cancelled', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { matterId } = firm
  await askFor(office, firm, 'Cédula')
  await closeMatter(office, { by: firm.camila, matterId })
  await reopenMatter(office, { by: firm.camila, matterId })
  await publishNews(office, { by: firm.camila, matterId, body })
  const { requests, history } = await communicationOf(office, { by: firm.camila, matterId })
  expect(requests).toMatchObject([{ status: 'cancelled' }])
  expect(history.map((event) => event.kind)).toEqual([
    'newsPublished',
    'matterReopened',
    'matterClosed',
    'requestCancelled',
    'documentsRequested',
    'matterAdded',
  ])
})
