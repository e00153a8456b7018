import { describe, expect, test } from 'vitest'
import { askFor, itemsIn } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { inboundOf, mailComesIn, replyAddressOf, type Written } from '#test/office/incoming.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { editAdditionalEmail } from '../../clients/edit-additional-email.ts'
import { editClient } from '../../clients/edit-client.ts'
import { clientProfile } from '../../clients/client-profile.ts'
import { removeAdditionalEmail } from '../../clients/remove-additional-email.ts'
import { closeMatter } from '../../matters/close-matter.ts'
import { reopenMatter } from '../../matters/reopen-matter.ts'
import { confirmPass, confirmToken } from '../../news/confirm-link.ts'
import { publishNews } from '../../news/publish-news.ts'
import { remindDue } from '../../reminders/remind-due.ts'
import { cancelRequest } from '../../requests/cancel-request.ts'
import { editRequest } from '../../requests/edit-request.ts'
import { spentUpload, uploadPass, uploadToken } from '../../requests/upload-pass.ts'
import { waiveItem } from '../../requests/waive-item.ts'
import { answerMessage } from '../messages/answer-message.ts'
import { decideQuarantine } from '../quarantine/decide-quarantine.ts'

const rosa = 'rosa@correo.example'
const contador = 'contador@correo.example'
const attachments = [{ name: 'cedula.pdf' }]

async function asked(office: TestOffice, items = 'Cédula\nContrato') {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, items)
  await deliver(office)
  const given = (email: string) => replyAddressOf(office, email, requestId)
  return { firm, requestId, to: [await given(rosa)], toContador: [await given(contador)] }
}

/** Where a mail with a file ends, and why it waits. */
async function comes(office: TestOffice, written: Written) {
  const { inboundId } = await mailComesIn(office, { attachments, text: `${Math.random()}`, ...written })
  const { state, quarantineReason } = await inboundOf(office, inboundId)
  return { inboundId, state, reason: quarantineReason }
}

async function furtherOf(office: TestOffice, firm: LawFirm, email: string) {
  const profile = await clientProfile(office, { by: firm.camila, clientId: firm.rosaId })
  const found = profile.additional.find((one) => one.email === email)
  if (!found) throw new Error(`${email} is none of Rosa's`)
  return found
}

async function remove(office: TestOffice, firm: LawFirm, email: string) {
  const { id } = await furtherOf(office, firm, email)
  await removeAdditionalEmail(office, { by: firm.camila, additionalId: id })
}

describe('a reply address whose holder is written to no more', () => {
  test('is revoked: they are a stranger there, and whoever else answers to it waits for a member, who reads why', async () => {
    const office = await testOffice()
    const { firm, requestId, to, toContador } = await asked(office)
    await remove(office, firm, contador)
    expect(await comes(office, { from: contador, to: toContador })).toMatchObject({
      state: 'quarantined',
      reason: 'unknown_sender',
    })
    await deliver(office)
    const late = await comes(office, { from: rosa, to: toContador })
    expect(late).toMatchObject({ state: 'quarantined', reason: 'revoked_address' })
    const { notes, letters } = await deliver(office)
    expect(letters).toEqual([])
    expect(notes).toMatchObject([{ reason: 'revoked_address', acceptable: true, request: { id: requestId } }])
    expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['pending', 'pending'])
    expect(await comes(office, { from: rosa, to })).toMatchObject({ state: 'answered' })
    expect(await comes(office, { from: 'otro@correo.example', to: toContador, proof: 'fail' })).toMatchObject(
      {
        reason: 'failed_proof',
      },
    )
  })

  test('opens and confirms nothing any more', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { newsId } = await publishNews(office, {
      by: firm.camila,
      matterId: firm.matterId,
      body: words('Hola'),
      urgent: true,
    })
    const requestId = await askFor(office, firm, 'Cédula')
    await deliver(office)
    const read = office.db.read
    const news = confirmToken(office, await replyAddressOf(office, contador, newsId))
    const page = uploadToken(office, await replyAddressOf(office, contador, requestId))
    expect(await confirmPass(office, read, news)).toMatchObject({ isOver: false })
    expect(await uploadPass(office, read, page)).toMatchObject({ requestId })
    await remove(office, firm, contador)
    expect(await confirmPass(office, read, news)).toMatchObject({ isOver: true })
    expect(await uploadPass(office, read, page)).toBeNull()
  })

  test('comes to life again with the address, be it written into the sheet or added when a mail is accepted', async () => {
    const office = await testOffice()
    const { firm, toContador } = await asked(office)
    const additional = (emails: string[]) =>
      editClient(office, { by: firm.camila, clientId: firm.rosaId, additional: emails })
    await additional([])
    const gone = await comes(office, { from: contador, to: toContador })
    expect(gone.reason).toBe('unknown_sender')
    await additional([contador])
    expect((await comes(office, { from: contador, to: toContador })).state).toBe('answered')
    await additional([])
    await decideQuarantine(office, {
      by: firm.camila,
      inboundId: gone.inboundId,
      decision: 'accepted_and_added',
    })
    expect((await comes(office, { from: contador, to: toContador })).state).toBe('answered')
  })

  test('is that of a matter which an additional address is told of no more, and no other', async () => {
    const office = await testOffice()
    const { firm, toContador } = await asked(office)
    const otherId = await firm.addMatter({
      title: 'Otra',
      clients: [firm.rosaId],
      responsible: [firm.camila.memberId],
    })
    const otherRequest = await askFor(office, firm, 'Escritura', { matterId: otherId })
    await deliver(office)
    const toOther = [await replyAddressOf(office, contador, otherRequest)]
    const { id, email } = await furtherOf(office, firm, contador)
    const onlyFor = (matterIds: string[] | null) =>
      editAdditionalEmail(office, {
        by: firm.camila,
        additionalId: id,
        email,
        name: '',
        role: '',
        matterIds,
      })
    await onlyFor([otherId])
    expect((await comes(office, { from: rosa, to: toContador })).reason).toBe('revoked_address')
    expect((await comes(office, { from: contador, to: toOther })).state).toBe('answered')
  })

  test('is that of a main address which was replaced, and of further ones while contact must be safe', async () => {
    const office = await testOffice()
    const { firm, to, toContador } = await asked(office)
    const edit = (change: Partial<Parameters<typeof editClient>[1]>) =>
      editClient(office, { by: firm.camila, clientId: firm.rosaId, ...change })
    await edit({ safeContact: { from: '09:00', until: '12:00' } })
    expect((await comes(office, { from: rosa, to: toContador })).reason).toBe('revoked_address')
    await edit({ safeContact: null })
    expect((await comes(office, { from: rosa, to: toContador })).state).toBe('answered')
    await edit({ email: 'rosa.nueva@correo.example' })
    expect((await comes(office, { from: rosa, to })).reason).toBe('unknown_sender')
    expect((await comes(office, { from: 'rosa.nueva@correo.example', to })).reason).toBe('revoked_address')
  })

  test('that bundles reminders is revoked with the address it was given to', async () => {
    const office = await testOffice()
    const { firm } = await asked(office)
    await askFor(office, firm, 'Escritura')
    office.later({ days: 14 })
    await remindDue(office)
    await deliver(office)
    const to = [await replyAddressOf(office, contador, firm.rosaId)]
    await remove(office, firm, contador)
    expect((await comes(office, { from: rosa, to })).reason).toBe('revoked_address')
  })
})

describe('the address of what has ended', () => {
  test('lasts half a year after a request was cancelled, then waits for a member with what came', async () => {
    const office = await testOffice()
    const { firm, requestId, to } = await asked(office)
    await cancelRequest(office, { by: firm.camila, requestId, tell: false })
    office.later({ days: 179 })
    expect((await comes(office, { from: rosa, to })).state).toBe('filed')
    office.later({ days: 2 })
    expect(await comes(office, { from: rosa, to })).toMatchObject({
      state: 'quarantined',
      reason: 'expired_address',
    })
    expect(await comes(office, { from: 'otro@correo.example', to })).toMatchObject({
      reason: 'unknown_sender',
    })
  })

  test('lasts as long as the last letter that asked to be answered there', async () => {
    const office = await testOffice()
    const { firm, requestId, to } = await asked(office)
    await cancelRequest(office, { by: firm.camila, requestId, tell: false })
    office.later({ days: 200 })
    const { inboundId } = await comes(office, { from: rosa, to })
    await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' })
    await answerMessage(office, { by: firm.camila, inboundId, text: 'Gracias, Rosa.' })
    await deliver(office)
    office.later({ days: 3 })
    expect((await comes(office, { from: rosa, to })).state).toBe('filed')
    office.later({ days: 180 })
    expect((await comes(office, { from: rosa, to })).reason).toBe('expired_address')
  })

  test('comes to life again with a request that is not fulfilled after all; one still open never ends', async () => {
    const office = await testOffice()
    const { firm, requestId, to } = await asked(office, 'Cédula')
    office.later({ days: 300 })
    expect((await comes(office, { from: rosa, to })).state).toBe('answered')
    const [item] = await itemsIn(office, requestId)
    await waiveItem(office, { by: firm.camila, itemId: item?.id ?? '' })
    office.later({ days: 181 })
    const page = uploadToken(office, to[0] ?? '')
    expect(await uploadPass(office, office.db.read, page)).toBeNull()
    expect(await spentUpload(office, office.db.read, page)).toMatchObject({ closed: false })
    expect((await comes(office, { from: rosa, to })).reason).toBe('expired_address')
    await editRequest(office, {
      by: firm.camila,
      requestId,
      title: 'Antecedentes',
      details: '',
      dueOn: null,
      items: [
        { id: item?.id ?? '', title: 'Cédula', kind: 'file' },
        { id: null, title: 'Contrato', kind: 'file' },
      ],
      tellAgain: false,
    })
    expect((await comes(office, { from: rosa, to })).state).toBe('answered')
  })

  test('of news lasts half a year after its matter was closed, and lives again when that is reopened', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const matter = { by: firm.camila, matterId: firm.matterId }
    const { newsId } = await publishNews(office, { ...matter, body: words('Hola') })
    await deliver(office)
    const to = [await replyAddressOf(office, rosa, newsId)]
    office.later({ days: 400 })
    expect((await comes(office, { from: rosa, to })).state).toBe('filed')
    await closeMatter(office, matter)
    office.later({ days: 179 })
    expect((await comes(office, { from: rosa, to })).state).toBe('filed')
    office.later({ days: 2 })
    expect(await comes(office, { from: rosa, to })).toMatchObject({
      state: 'quarantined',
      reason: 'expired_address',
    })
    await reopenMatter(office, matter)
    expect((await comes(office, { from: rosa, to })).state).toBe('filed')
  })

  test('of a bundle of reminders lasts half a year after the last of them, when nothing is asked any more', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const other = await askFor(office, firm, 'Escritura')
    office.later({ days: 14 })
    await remindDue(office)
    await deliver(office)
    const to = [await replyAddressOf(office, rosa, firm.rosaId)]
    office.later({ days: 200 })
    expect((await comes(office, { from: rosa, to })).state).not.toBe('quarantined')
    for (const id of [requestId, other])
      await cancelRequest(office, { by: firm.camila, requestId: id, tell: false })
    expect((await comes(office, { from: rosa, to })).reason).toBe('expired_address')
  })
})
