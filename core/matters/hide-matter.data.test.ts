import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { reminders } from '#db/schema/replies.ts'

import { lookAtLink } from '../access/links/look-at-link.ts'
import { addEntry } from '../entries/add-entry.ts'
import { publishNews } from '../news/publish-news.ts'
import { remindDue } from '../reminders/remind-due.ts'
import { remindNow } from '../reminders/remind-now.ts'
import { handIn } from '../replies/handing-in/hand-in.ts'
import { openFile } from '../replies/files/open-file.ts'
import { requestForClient } from '../requests/request-for-client.ts'
import { uploadPage } from '../requests/upload-page.ts'
import { communicationOf } from './communication.ts'
import { hideMatter } from './hide-matter.ts'
import { matterForClient } from './matter-for-client.ts'
import { mattersForClient } from './matters-for-client.ts'
import { showMatter } from './show-matter.ts'
import { whoIsTold } from './who-is-told.ts'
import { askFor, itemCalled, itemsIn } from '#test/office/ask-for.ts'
import { chatsOf, deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

async function asked(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato')
  const { session, token } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const { letters } = await deliver(office)
  const hide = () => hideMatter(office, { by: firm.camila, matterId: firm.matterId })
  const show = () => showMatter(office, { by: firm.camila, matterId: firm.matterId })
  const reply = async (name: string) =>
    mailComesIn(office, {
      from: 'rosa@correo.example',
      to: [await replyAddressOf(office, 'rosa@correo.example', requestId)],
      attachments: [{ name }],
    })
  return { firm, requestId, session, token, letters, hide, show, reply, matterId: firm.matterId }
}

test('a hidden matter is gone from list, page, request, file, upload link and reminders; its clients stay clients', async () => {
  const office = await testOffice()
  const { firm, requestId, session, token, letters, hide, matterId } = await asked(office)
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  await handIn(office, { by: { session }, itemId, files: [upload('cedula.pdf')] })
  const file = { name: 'acta.pdf', type: 'application/pdf', bytes: Readable.from([Buffer.from('%PDF-1.4')]) }
  await addEntry(office, { by: firm.camila, matterId, kind: 'document', title: 'Acta', file })
  const before = await matterForClient(office, session, matterId)
  const documentId = before.history[0]?.file?.id ?? ''
  const answerFileId = before.requests[0]?.items[0]?.answers[0]?.files[0]?.id ?? ''
  expect((await openFile(office, session, documentId)).name).toBe('acta.pdf')
  const uploadToken =
    letters
      .flatMap((letter) => letter.uploadUrl ?? [])[0]
      ?.split('/')
      .at(-1) ?? ''
  expect(await uploadPage(office, uploadToken)).not.toBeNull()

  await hide()
  expect(await mattersForClient(office, session)).toEqual([])
  expect(await refusal(matterForClient(office, session, matterId))).toBe('not_found')
  expect(await refusal(requestForClient(office, session, requestId))).toBe('not_found')
  expect(await refusal(openFile(office, session, documentId))).toBe('not_found')
  expect(await refusal(openFile(office, session, answerFileId))).toBe('not_found')
  expect(await uploadPage(office, uploadToken)).toMatchObject({ request: null, closed: false })
  const [open] = (await itemsIn(office, requestId)).filter((item) => item.status === 'pending')
  const wish = { itemId: open?.id ?? '', files: [upload('contrato.pdf')] }
  expect(await refusal(handIn(office, { ...wish, by: { session } }))).toBe('not_found')
  expect(await refusal(handIn(office, { ...wish, by: { uploadToken } }))).toBe('not_found')
  expect(await refusal(remindNow(office, { by: firm.camila, requestId }))).toBe('matter_hidden')
  office.later({ days: 15 })
  expect(await remindDue(office)).toBe(0)
  // The way into the portal itself is not touched.
  expect(await lookAtLink(office, token)).not.toBeNull()
  expect((await whoIsTold(office, { by: firm.camila, matterId })).matter.hidden).toBe(true)
})

describe('with open requests, hidden', () => {
  test('a reply is accepted and told to the member; its receipt waits and leaves when the matter is shown', async () => {
    const office = await testOffice()
    const { requestId, hide, show, reply } = await asked(office)
    await hide()
    expect((await reply('cedula.pdf')).state).toBe('answered')
    expect((await itemCalled(office, requestId, 'Cédula')).status).toBe('received')
    const { letters, notes, held } = await deliver(office)
    expect(letters).toEqual([])
    expect(held).toBe(1)
    expect(notes).toMatchObject([{ kind: 'answersArrived', matter: { hidden: true } }])
    office.later({ days: 3 })
    expect((await deliver(office)).letters).toEqual([])
    await show()
    office.later({ minutes: 20 })
    const after = await deliver(office)
    expect(after.letters).toMatchObject([{ kind: 'receipt', arrived: [{ title: 'Cédula' }] }])
    expect(await chatsOf(office)).toHaveLength(1)
  })

  test('reminders stop; shown again they go on after two days, and nothing is mailed merely because it was shown', async () => {
    const office = await testOffice()
    const { hide, show } = await asked(office)
    await hide()
    office.later({ days: 20 })
    await remindDue(office)
    expect((await office.db.read.select().from(reminders))[0]?.nextAt).toBeNull()
    await show()
    expect(await remindDue(office)).toBe(0)
    office.later({ hours: 47 })
    expect(await remindDue(office)).toBe(0)
    office.later({ days: 5 })
    expect(await remindDue(office)).toBe(1)
    expect((await deliver(office)).letters[0]).toMatchObject({ kind: 'reminder' })
  })
})

test('what had not left when the matter was hidden never leaves, even if it is shown at once', async () => {
  const office = await testOffice()
  const { firm, matterId, hide, show } = await asked(office)
  await publishNews(office, { by: firm.camila, matterId, body: words('Hola') })
  await hide()
  await show()
  office.later({ days: 1 })
  expect((await deliver(office)).letters).toEqual([])
  const told = await mailsOf(office, 'newsPublished')
  expect(told.map((mail) => mail.cancelledBecause)).toEqual(Array(3).fill('matter hidden'))
})

test('hiding what is hidden and showing what is shown leave no trace', async () => {
  const office = await testOffice()
  const { firm, matterId, hide, show } = await asked(office)
  await show()
  await hide()
  office.later({ days: 1 })
  await hideMatter(office, { by: firm.ana, matterId })

  const { history } = await communicationOf(office, { by: firm.camila, matterId })
  expect(history.filter((event) => event.kind === 'matterHidden')).toMatchObject([{ actor: 'Camila Soto' }])
  expect(history.filter((event) => event.kind === 'matterShown')).toEqual([])
})
