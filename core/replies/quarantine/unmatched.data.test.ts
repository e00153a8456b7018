import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { involvements, matters } from '#db/schema/matters.ts'
import { answers, inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { askFor, itemsIn } from '#test/office/ask-for.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { inboundOf, mailComesIn, type Written } from '#test/office/incoming.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { raceOf, refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import { noteAsItStands } from '../../delivery/note-as-it-stands.ts'
import { addAdditionalEmail } from '../../clients/add-additional-email.ts'
import { addClient } from '../../clients/add-client.ts'
import { editFirm } from '../../firms/edit-firm.ts'
import { newId } from '../../ids.ts'
import { addMatter } from '../../matters/add-matter.ts'
import { matterForClient } from '../../matters/matter-for-client.ts'
import { pendingWork } from '../../matters/pending.ts'
import { cancelRequest } from '../../requests/cancel-request.ts'
import { decideQuarantine } from './decide-quarantine.ts'
import { placesForMail } from './places-for-mail.ts'
import { watchQuarantine } from './watch-quarantine.ts'

const rosa = 'rosa@correo.example'
const accountant = 'contador@correo.example'
const attachments = [{ name: 'cedula.pdf' }]

async function asked(office: TestOffice) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula\nContrato')
  await deliver(office)
  const statuses = async () => (await itemsIn(office, requestId)).map((item) => item.status)
  return { firm, requestId, statuses }
}

/** A mail of its own to the firm, which quotes nothing of ours. */
function writes(office: TestOffice, more: Partial<Written> = {}) {
  return mailComesIn(office, { from: rosa, subject: 'Mis papeles', text: 'Adjunto.', attachments, ...more })
}

/** A matter of Rosa's besides, with an open request. */
async function another(office: TestOffice, firm: LawFirm, more: { alias?: string; private?: boolean } = {}) {
  const boss = more.private ? await firm.addMember('Pablo Reyes', 'lawyer') : firm.camila
  const matterId = await firm.addMatter({
    title: 'Herencia',
    clients: [firm.rosaId],
    responsible: [boss.memberId],
    ...(more.alias ? { alias: more.alias } : {}),
    ...(more.private ? { visibility: 'private' as const } : {}),
  })
  const requestId = await askFor(office, firm, 'Poder', { matterId, by: boss, title: 'Poder' })
  await deliver(office)
  return { matterId, requestId, boss }
}

async function tagOf(office: TestOffice, matterId: string) {
  const [matter] = await office.db.read.select().from(matters).where(eq(matters.id, matterId))
  return `(ref. ${matter?.alias ?? matter?.reference ?? ''})`
}

/** The places offered, each with whether it is suggested. */
async function offered(office: TestOffice, by: LawFirm['ana'], inboundId: string) {
  const { places } = await placesForMail(office, { by, inboundId })
  return places.map((place) => [place.requestId, place.suggested])
}

test('a client’s new mail waits with the only open request as a suggestion; confirmed, it is their own answer', async () => {
  const office = await testOffice()
  const { firm, requestId, statuses } = await asked(office)
  const { inboundId, state } = await writes(office)
  expect(state).toBe('unmatched')
  expect(await inboundOf(office, inboundId)).toMatchObject({ quarantineReason: 'no_match', clientId: null })
  const { notes, letters } = await deliver(office)
  expect(letters).toEqual([])
  expect(notes).toMatchObject([
    {
      kind: 'mailQuarantined',
      memberId: firm.camila.memberId,
      reason: 'no_match',
      client: 'Rosa Fuentes',
      acceptable: false,
      placeable: true,
      suggestion: { title: 'Antecedentes' },
      forwarded: null,
    },
  ])
  expect(await placesForMail(office, { by: firm.camila, inboundId })).toMatchObject({
    reason: 'no_match',
    places: [{ requestId, clientId: firm.rosaId, suggested: true }],
  })
  expect(await statuses()).toEqual(['pending', 'pending'])
  const wish = { by: firm.camila, inboundId, decision: 'accepted' as const }
  expect(await refusal(decideQuarantine(office, wish))).toBe('not_found')

  await decideQuarantine(office, { ...wish, place: { requestId, clientId: firm.rosaId } })
  expect(await inboundOf(office, inboundId)).toMatchObject({
    state: 'answered',
    clientId: firm.rosaId,
    matterId: firm.matterId,
    decidedBy: firm.camila.memberId,
  })
  expect(await statuses()).toEqual(['received', 'pending'])
  expect(await office.db.read.select().from(answers)).toMatchObject([
    { clientId: firm.rosaId, onBehalfBy: null, onBehalfVia: null },
  ])
  const after = await deliver(office)
  expect(after.letters.map(({ kind, to }) => [kind, to.email])).toEqual([['receipt', rosa]])
  const decided = after.notes.filter((note) => note.kind === 'mailQuarantined')
  expect(decided).toMatchObject([{ memberId: firm.camila.memberId, decision: 'accepted', placeable: false }])
  expect(decided[0]?.stands).not.toBeNull()
})

test('its words alone are kept in the history of the matter in which it was placed', async () => {
  const office = await testOffice()
  const { firm, requestId, statuses } = await asked(office)
  const { inboundId } = await writes(office, { text: 'Mañana paso por la oficina.', attachments: [] })
  const place = { requestId, clientId: firm.rosaId }
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted', place })
  expect((await inboundOf(office, inboundId)).state).toBe('filed')
  expect(await statuses()).toEqual(['pending', 'pending'])
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  expect(JSON.stringify(await matterForClient(office, session, firm.matterId))).toContain('Mañana paso')
})

test('nobody having looked at it for a business day, the admins are told, as of a stranger’s once more', async () => {
  const office = await testOffice()
  const { firm } = await asked(office)
  const { inboundId } = await writes(office)
  await writes(office, { from: 'otro@correo.example' })
  const first = (await deliver(office)).notes.map((note) => [note.memberId, note.subjectId === inboundId])
  expect(first).toEqual([
    [firm.camila.memberId, true],
    [firm.ana.memberId, false],
  ])
  office.later({ hours: 23 })
  expect(await watchQuarantine(office)).toBe(0)
  office.later({ hours: 1 })
  expect(await watchQuarantine(office)).toBe(2)
  const { letters, notes } = await deliver(office)
  expect(letters.filter((letter) => letter.kind === 'mailWaiting')).toEqual([])
  expect(notes).toMatchObject([
    {
      kind: 'mailQuarantined',
      memberId: firm.ana.memberId,
      inboundId,
      suggestion: { title: 'Antecedentes' },
    },
    { kind: 'mailQuarantined', memberId: firm.ana.memberId, suggestion: null },
  ])
  expect(await watchQuarantine(office)).toBe(0)
})

test('discarded, it changes nothing, and whoever was asked reads by whom', async () => {
  const office = await testOffice()
  const { firm, statuses } = await asked(office)
  const { inboundId } = await writes(office)
  await deliver(office)
  await decideQuarantine(office, { by: firm.ana, inboundId, decision: 'discarded' })
  expect(await statuses()).toEqual(['pending', 'pending'])
  expect((await inboundOf(office, inboundId)).state).toBe('discarded')
  expect((await deliver(office)).notes).toMatchObject([
    { memberId: firm.camila.memberId, decision: 'discarded', decidedBy: 'Ana Rojas' },
  ])
})

describe('what is suggested', () => {
  test('is nothing where several requests are open and the subject says nothing: the admins are asked', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const other = await another(office, firm)
    const { inboundId } = await writes(office)
    expect((await deliver(office)).notes).toMatchObject([
      { memberId: firm.ana.memberId, client: 'Rosa Fuentes', placeable: true, suggestion: null },
    ])
    expect(await offered(office, firm.ana, inboundId)).toEqual([
      [other.requestId, false],
      [requestId, false],
    ])
    const { quarantined } = await pendingWork(office, { by: firm.ana, all: true })
    expect(quarantined.map((mail) => mail.inboundId)).toEqual([inboundId])
  })

  test('is the open request of the matter whose reference the subject bears, as our letters have it', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const other = await another(office, firm)
    const subject = `RV: Estudio Rojas: documentos que necesitamos ${await tagOf(office, firm.matterId)}`
    const { inboundId } = await writes(office, { subject })
    expect(await offered(office, firm.ana, inboundId)).toEqual([
      [requestId, true],
      [other.requestId, false],
    ])
  })

  test('goes by an alias too, and of two requests of that matter neither is picked', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const { matterId, requestId: second } = await another(office, firm, { alias: 'Asunto Lirio' })
    const subject = 're: documentos (REF.  asunto lirio)'
    const first = await writes(office, { subject })
    expect(await offered(office, firm.camila, first.inboundId)).toEqual([
      [second, true],
      [requestId, false],
    ])
    const third = await askFor(office, firm, 'Mandato', { matterId })
    await deliver(office)
    const { inboundId } = await writes(office, { subject, text: 'b' })
    expect(await offered(office, firm.camila, inboundId)).toEqual([
      [third, true],
      [second, true],
      [requestId, false],
    ])
    expect((await deliver(office)).notes).toMatchObject([
      { memberId: firm.camila.memberId, inboundId, suggestion: null, placeable: true },
    ])
  })

  test('is not the only open request where the subject names another matter of the client’s', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const other = await another(office, firm)
    await cancelRequest(office, { by: firm.camila, requestId: other.requestId, tell: false })
    const { inboundId } = await writes(office, { subject: await tagOf(office, other.matterId) })
    expect(await offered(office, firm.ana, inboundId)).toEqual([[requestId, false]])
  })

  test('are for a further address the requests of its matters alone', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const other = await another(office, firm)
    const son = 'nieto@correo.example'
    const clara = await firm.addClient('Clara Díaz', 'clara@correo.example')
    await addAdditionalEmail(office, {
      by: firm.ana,
      clientId: firm.rosaId,
      email: son,
      name: '',
      role: '',
      matterIds: [other.matterId],
    })
    const { inboundId } = await writes(office, { from: son })
    expect(await offered(office, firm.ana, inboundId)).toEqual([[other.requestId, true]])
    const wish = { by: firm.ana, inboundId, decision: 'accepted' as const }
    const place = { requestId, clientId: firm.rosaId }
    expect(await refusal(decideQuarantine(office, { ...wish, place }))).toBe('not_found')
    const elsewhere = { requestId: other.requestId, clientId: clara }
    expect(await refusal(decideQuarantine(office, { ...wish, place: elsewhere }))).toBe('not_found')
  })

  test('is nothing in a matter where the client is on the other side by now', async () => {
    const office = await testOffice()
    const { firm } = await asked(office)
    await write(office.db, (tx) =>
      tx
        .update(involvements)
        .set({ side: 'other' })
        .where(and(eq(involvements.matterId, firm.matterId), eq(involvements.clientId, firm.rosaId))),
    )
    const { inboundId } = await writes(office)
    expect(await offered(office, firm.ana, inboundId)).toEqual([])
  })
})

describe('why it waits', () => {
  test.each([
    ['proven', {}, 'no_match', true],
    ['proven, from a further address', { from: accountant }, 'no_match', true],
    ['without any proof', { proof: 'none' as const }, 'unproven', true],
    ['signed, but not shown to be for us', { shownOurs: false }, 'not_addressed', true],
    ['with a failed proof', { proof: 'fail' as const }, 'failed_proof', false],
    ['with two From lines', { fromLines: 2 }, 'failed_proof', false],
    ['to a forged address of ours', { forged: true }, 'forged', false],
    ['of a stranger', { from: 'otro@correo.example' }, 'unknown_sender', false],
    [
      'of a stranger with a failed proof',
      { from: 'otro@correo.example', proof: 'fail' as const },
      'unknown_sender',
      false,
    ],
  ])('%s', async (_, written, reason, placeable) => {
    const office = await testOffice()
    const { firm, requestId, statuses } = await asked(office)
    const { inboundId, state } = await writes(office, written)
    expect(state).toBe('unmatched')
    expect((await inboundOf(office, inboundId)).quarantineReason).toBe(reason)
    expect((await deliver(office)).notes).toMatchObject([
      { reason, placeable, client: placeable ? 'Rosa Fuentes' : null },
    ])
    expect(await statuses()).toEqual(['pending', 'pending'])
    if (placeable) return expect(await offered(office, firm.camila, inboundId)).toEqual([[requestId, true]])
    expect(await refusal(placesForMail(office, { by: firm.ana, inboundId }))).toBe('not_found')
    const place = { requestId, clientId: firm.rosaId }
    const wish = { by: firm.ana, inboundId, decision: 'accepted' as const, place }
    expect(await refusal(decideQuarantine(office, wish))).toBe('not_found')
  })

  test('without any proof, where the firm trusts its own server, it counts as proven, and waits all the same', async () => {
    const office = await testOffice()
    const { firm, statuses } = await asked(office)
    await editFirm(office, { by: firm.ana, trustsServer: true })
    const { inboundId, state } = await writes(office, { proof: 'none' })
    expect(state).toBe('unmatched')
    expect((await inboundOf(office, inboundId)).quarantineReason).toBe('no_match')
    expect(await statuses()).toEqual(['pending', 'pending'])
  })

  test('every mail of a client is told, not one a day', async () => {
    const office = await testOffice()
    await asked(office)
    await writes(office)
    await writes(office, { text: 'b' })
    expect((await deliver(office)).notes).toHaveLength(2)
  })
})

describe('who may decide', () => {
  test('whoever may not see the matter is not offered it, nor told which it became', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const other = await another(office, firm, { private: true })
    const subject = `documentos ${await tagOf(office, other.matterId)}`
    const { inboundId } = await writes(office, { subject })
    const { notes } = await deliver(office)
    expect(notes.map((note) => note.memberId)).toEqual([other.boss.memberId])
    expect(await offered(office, other.boss, inboundId)).toEqual([
      [other.requestId, true],
      [requestId, false],
    ])
    expect(await offered(office, firm.camila, inboundId)).toEqual([[requestId, false]])
    const seen = { by: firm.camila, noteKind: 'mailQuarantined' as const, subjectId: inboundId }
    expect(await noteAsItStands(office, seen)).toMatchObject({ client: 'Rosa Fuentes', suggestion: null })
    const wish = { by: firm.camila, inboundId, decision: 'accepted' as const }
    const place = { requestId: other.requestId, clientId: firm.rosaId }
    expect(await refusal(decideQuarantine(office, { ...wish, place }))).toBe('not_found')
  })

  test('whoever deals with the client in no matter has nothing to do with their mail', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    const clara = await firm.addClient('Clara Díaz', 'clara@correo.example')
    const matterId = await firm.addMatter({
      title: 'S',
      clients: [clara],
      visibility: 'private',
      responsible: [pablo.memberId],
    })
    await askFor(office, firm, 'Cédula', { by: pablo, matterId })
    const { inboundId } = await writes(office, { from: 'clara@correo.example' })
    const { camila } = firm
    const seen = { by: camila, noteKind: 'mailQuarantined' as const, subjectId: inboundId }
    expect(await noteAsItStands(office, seen)).toBeNull()
    expect(await refusal(placesForMail(office, { by: camila, inboundId }))).toBe('not_found')
    const wish = { by: camila, inboundId, decision: 'discarded' as const }
    expect(await refusal(decideQuarantine(office, wish))).toBe('not_found')
    await decideQuarantine(office, { ...wish, by: pablo })
  })

  test.each([
    ['as the main one', { email: 'clara@correo.example' }],
    ['as a further one', { email: 'nadie@correo.example', additional: ['clara@correo.example'] }],
  ])('nobody comes by a client’s mail by giving another client their address, %s', async (_, addresses) => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { camila, ana } = firm
    const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
    const clara = await firm.addClient('Clara Díaz', 'clara@correo.example')
    await firm.addMatter({
      title: 'S',
      clients: [clara],
      visibility: 'private',
      responsible: [pablo.memberId],
    })
    const { clientId } = await addClient(office, { by: camila, name: 'Nadie', ...addresses })
    const responsible = [camila.memberId]
    const { matterId } = await addMatter(office, { by: camila, title: 'N', clients: [clientId], responsible })
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    await deliver(office)
    const { inboundId } = await writes(office, { from: 'clara@correo.example' })
    expect((await deliver(office)).notes).toMatchObject([{ memberId: ana.memberId, suggestion: null }])
    const seen = { by: camila, noteKind: 'mailQuarantined' as const, subjectId: inboundId }
    expect(await noteAsItStands(office, seen)).toBeNull()
    expect(await refusal(placesForMail(office, { by: camila, inboundId }))).toBe('not_found')
    const wish = { by: camila, inboundId, place: { requestId, clientId } }
    for (const decision of ['accepted', 'accepted_and_added', 'discarded'] as const)
      expect(await refusal(decideQuarantine(office, { ...wish, decision }))).toBe('not_found')
    const places = await offered(office, ana, inboundId)
    expect(places).toEqual([[requestId, false]])
    await decideQuarantine(office, { by: ana, inboundId, decision: 'discarded' })
  })

  test('of several clients with one address, whoever deals with them all is asked', async () => {
    const office = await testOffice()
    const { firm, requestId } = await asked(office)
    const company = await firm.addClient('Fuentes SpA', rosa)
    const { inboundId: before } = await writes(office, { text: 'Sin causa' })
    expect((await deliver(office)).notes).toMatchObject([{ memberId: firm.camila.memberId }])
    expect(await offered(office, firm.camila, before)).toEqual([[requestId, true]])
    await firm.addMatter({ title: 'De la sociedad', clients: [company] })
    const { inboundId } = await writes(office)
    expect((await deliver(office)).notes).toMatchObject([{ memberId: firm.ana.memberId, suggestion: null }])
    expect(await offered(office, firm.camila, inboundId)).toEqual([[requestId, false]])
    await write(office.db, (tx) =>
      tx.insert(involvements).values({
        id: newId(office.now),
        firmId: firm.firmId,
        matterId: firm.matterId,
        clientId: company,
        side: 'ours',
        createdAt: office.now,
      }),
    )
    const { inboundId: second } = await writes(office, { text: 'b' })
    expect((await deliver(office)).notes).toMatchObject([
      {
        memberId: firm.camila.memberId,
        client: 'Rosa Fuentes, Fuentes SpA',
        suggestion: { title: 'Antecedentes' },
      },
    ])
    expect(await offered(office, firm.camila, second)).toEqual([[requestId, true]])
  })

  test('who was asked and may not see where it was placed reads that it was decided, and not where', async () => {
    const office = await testOffice()
    const { firm } = await asked(office)
    const { inboundId } = await writes(office)
    expect((await deliver(office)).notes).toMatchObject([{ memberId: firm.camila.memberId }])
    const other = await another(office, firm, { private: true })
    const place = { requestId: other.requestId, clientId: firm.rosaId }
    await decideQuarantine(office, { by: firm.ana, inboundId, decision: 'accepted', place })
    const { notes } = await deliver(office)
    expect(notes.filter((note) => note.kind === 'mailQuarantined')).toMatchObject([
      { memberId: firm.camila.memberId, decision: 'accepted', matter: null, request: null, client: null },
    ])
  })

  test('of two members who place it at once one wins, and the other learns who', async () => {
    const office = await testOffice()
    const { firm, requestId, statuses } = await asked(office)
    const second = await another(office, firm)
    const { inboundId } = await writes(office)
    const other = await secondConnection(office)
    const wish = { inboundId, decision: 'accepted' as const }
    const here = { requestId, clientId: firm.rosaId }
    const there = { requestId: second.requestId, clientId: firm.rosaId }
    const { first, lost } = await raceOf(
      decideQuarantine(office, { ...wish, by: firm.camila, place: here }),
      decideQuarantine(other, { ...wish, by: firm.ana, place: there }),
    )
    const by = first ? 'Camila Soto' : 'Ana Rojas'
    expect(lost).toEqual({ code: 'already_decided', facts: { by, verdict: 'accepted' } })
    expect((await statuses()).includes('received')).toBe(first)
    expect((await inboundOf(office, inboundId)).requestId).toBe(first ? requestId : second.requestId)
    expect(await mailsOf(office, 'receipt')).toHaveLength(1)
  })

  test('a member of another firm finds nothing', async () => {
    const office = await testOffice()
    const { firm } = await asked(office)
    const { ana } = await lawFirm(office, 'T000000002')
    const { inboundId } = await writes(office, { inReplyTo: await invitedBy(office, firm) })
    expect((await inboundOf(office, inboundId)).firmId).toBe(firm.firmId)
    expect(await refusal(placesForMail(office, { by: ana, inboundId }))).toBe('not_found')
  })
})

test('the same mail by another road, after it was placed, is no second one', async () => {
  const office = await testOffice()
  const { firm, requestId } = await asked(office)
  const same = { messageId: '<uno@correo.example>' }
  const { inboundId } = await writes(office, same)
  const place = { requestId, clientId: firm.rosaId }
  await decideQuarantine(office, { by: firm.camila, inboundId, decision: 'accepted', place })
  expect((await writes(office, same)).state).toBe('duplicate')
  const rows = await office.db.read.select().from(inboundMessages)
  expect(rows.map((row) => row.state).sort()).toEqual(['answered', 'duplicate'])
})

/** The Message-ID of an invitation, which is about nothing that can be answered. */
async function invitedBy(office: TestOffice, firm: LawFirm): Promise<string[]> {
  await enterPortal(office, firm, firm.rosaId, { email: 'oficina@correo.example' })
  await deliver(office)
  const [invitation] = await mailsOf(office, 'accessInvite')
  return [invitation?.messageId ?? '']
}
