import { describe, expect, test } from 'vitest'
import { additionalEmails } from '#db/schema/clients.ts'
import { requestConfirmations } from '#db/schema/communication.ts'
import { answers } from '#db/schema/replies.ts'
import { askFor, itemsIn } from '#test/office/ask-for.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { inboundOf, mailComesIn, replyAddressOf, type Written } from '#test/office/incoming.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { editFirm } from '../../firms/edit-firm.ts'
import { matterForClient } from '../../matters/matter-for-client.ts'
import { arrivalForReview } from '../arrival-for-review.ts'
import { decideQuarantine } from './decide-quarantine.ts'
import { placesForMail } from './places-for-mail.ts'

const rosa = 'rosa@correo.example'
const camila = 'camila@estudio.example'

async function asked(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\n¿Cuál es su domicilio?')
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const forward = (more: Partial<Written> = {}) =>
    mailComesIn(office, {
      from: camila,
      text: 'Ojo con la foto.',
      forwardedFrom: rosa,
      attachments: [{ name: 'cedula.jpg', type: 'image/jpeg' }],
      ...more,
    })
  return { firm, requestId, to, forward }
}

test('sent on to the reply address of a request, its sender is asked first; then it is the client’s, marked', async () => {
  const office = await testOffice()
  const { firm, requestId, to, forward } = await asked(office)
  const { inboundId, state } = await forward({ to })
  expect(state).toBe('quarantined')
  expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['pending', 'pending'])
  expect((await deliver(office)).notes).toMatchObject([
    {
      kind: 'mailQuarantined',
      memberId: firm.camila.memberId,
      reason: 'from_member',
      client: 'Rosa Fuentes',
      acceptable: true,
      forwarded: { from: rosa },
    },
  ])
  // Even if it is asked for, a member's address becomes none of the client's.
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted_and_added' })
  expect((await office.db.read.select().from(additionalEmails)).map((row) => row.email)).not.toContain(camila)
  // The words around it are the member's, and answer no question.
  expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['received', 'pending'])
  expect(await office.db.read.select().from(answers)).toMatchObject([
    { clientId: firm.rosaId, onBehalfBy: firm.camila.memberId, onBehalfVia: 'mail' },
  ])
  const waiting = await arrivalForReview(office, { by: firm.camila, requestId })
  expect(waiting?.items).toMatchObject([{ onBehalf: { by: 'Camila Soto', road: 'mail' } }])
  expect((await deliver(office)).letters.map(({ kind, to }) => [kind, to.email])).toEqual([['receipt', rosa]])
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  expect(JSON.stringify(await matterForClient(office, session, firm.matterId))).not.toContain('Ojo con')
})

test('sent on to the firm’s own address, the client it names is a suggestion, and another may be picked', async () => {
  const office = await testOffice()
  const { firm, requestId, forward } = await asked(office)
  const pedroId = await firm.addClient('Pedro Soto', 'pedro@correo.example')
  const matterId = await firm.addMatter({ title: 'Herencia', clients: [pedroId] })
  const other = await askFor(office, firm, 'Cédula', { matterId })
  await deliver(office)
  const { inboundId, state } = await forward()
  expect(state).toBe('unmatched')
  expect((await deliver(office)).notes).toMatchObject([
    { memberId: firm.camila.memberId, acceptable: false, forwarded: { from: rosa } },
  ])
  const { places } = await placesForMail(office, { by: firm.camila, inboundId })
  expect(places.map((place) => [place.requestId, place.suggested])).toEqual([
    [requestId, true],
    [other, false],
  ])
  const wish = { by: firm.camila, inboundId, decision: 'accepted' as const }
  expect(await refusal(decideQuarantine(office, wish))).toBe('not_found')
  const wrong = { ...wish, place: { requestId: other, clientId: firm.rosaId } }
  expect(await refusal(decideQuarantine(office, wrong))).toBe('not_found')
  await decideQuarantine(office, { ...wish, place: { requestId: other, clientId: pedroId } })
  expect(await inboundOf(office, inboundId)).toMatchObject({ state: 'answered', clientId: pedroId, matterId })
  expect((await itemsIn(office, other)).map((item) => item.status)).toEqual(['received'])
  expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['pending', 'pending'])
})

test('unproven, from two senders, or from somebody who left, it is anybody’s', async () => {
  const office = await testOffice()
  const { to, forward } = await asked(office)
  for (const more of [{ proof: 'none' }, { proof: 'fail' }, { fromLines: 2 }] as const) {
    const { inboundId, state } = await forward({ ...more, to, text: JSON.stringify(more) })
    expect(state).toBe('quarantined')
    expect((await inboundOf(office, inboundId)).quarantineReason).not.toBe('from_member')
  }
})

describe('where the firm trusts its own server', () => {
  test('what it found nothing about is the member’s who is asked; what it disproved is anybody’s', async () => {
    const office = await testOffice()
    const { firm, requestId, to, forward } = await asked(office)
    await editFirm(office, { by: firm.ana, trustsServer: true })
    const replied = await forward({ proof: 'none', to })
    expect(replied.state).toBe('quarantined')
    const sent = await forward({ proof: 'none', text: 'b' })
    expect(sent.state).toBe('unmatched')
    expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['pending', 'pending'])
    const { notes } = await deliver(office)
    expect(notes.map((note) => note.memberId)).toEqual([firm.camila.memberId, firm.camila.memberId])
    for (const { inboundId } of [replied, sent])
      expect((await inboundOf(office, inboundId)).quarantineReason).toBe('from_member')
    for (const more of [{ proof: 'fail' }, { proof: 'none', fromLines: 2 }] as const) {
      const { inboundId } = await forward({ ...more, to, text: JSON.stringify(more) })
      expect((await inboundOf(office, inboundId)).quarantineReason).toBe('failed_proof')
    }
  })

  test('of several firms it is the one that does', async () => {
    const office = await testOffice()
    const { firm, forward } = await asked(office)
    const other = await lawFirm(office, 'T000000002')
    await editFirm(office, { by: other.ana, trustsServer: true })
    const { inboundId } = await forward({ proof: 'none' })
    expect(await inboundOf(office, inboundId)).toMatchObject({
      firmId: other.firmId,
      quarantineReason: 'from_member',
    })
    await editFirm(office, { by: firm.ana, trustsServer: true })
    const unclear = await forward({ proof: 'none', text: 'b' })
    expect((await inboundOf(office, unclear.inboundId)).firmId).toBeNull()
  })

  test('not where none stands before us', async () => {
    const office = await testOffice({ MAIL_LISTEN: 'smtp://127.0.0.1:2525', MAIL_LISTEN_FACES_INTERNET: '1' })
    const { firm, to, forward } = await asked(office)
    await editFirm(office, { by: firm.ana, trustsServer: true })
    const replied = await forward({ proof: 'none', to })
    expect((await inboundOf(office, replied.inboundId)).quarantineReason).toBe('unknown_sender')
    const sent = await forward({ proof: 'none', text: 'b' })
    expect((await inboundOf(office, sent.inboundId)).quarantineReason).toBe('unknown_sender')
    await lawFirm(office, 'T000000002')
    const unclear = await forward({ proof: 'none', text: 'c' })
    expect((await inboundOf(office, unclear.inboundId)).firmId).toBeNull()
  })
})

test('a member of another firm is a stranger', async () => {
  const office = await testOffice()
  const { to, forward } = await asked(office)
  const { inboundId } = await forward({ to, from: 'camila@otroestudio.example' })
  expect((await inboundOf(office, inboundId)).quarantineReason).toBe('unknown_sender')
})

test('it says nothing of whether the client has read an urgent request', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula', { urgent: true })
  await deliver(office)
  const to = [await replyAddressOf(office, rosa, requestId)]
  const confirmed = () => office.db.read.select().from(requestConfirmations)
  const attachments = [{ name: 'cedula.jpg', type: 'image/jpeg' }]
  const { inboundId } = await mailComesIn(office, { from: camila, forwardedFrom: rosa, to, attachments })
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted' })
  expect((await itemsIn(office, requestId)).map((item) => item.status)).toEqual(['received'])
  expect(await confirmed()).toEqual([])
  await mailComesIn(office, { from: rosa, to, text: 'Listo, ya está.' })
  expect(await confirmed()).toMatchObject([{ clientId: firm.rosaId, via: 'reply', email: rosa }])
})
