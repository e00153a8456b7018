import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { previews } from '#db/schema/access.ts'
import { events } from '#db/schema/delivery.ts'
import { members, teamMembers } from '#db/schema/firms.ts'
import { responsibles } from '#db/schema/matters.ts'
import { beginPreview, lookAtPreview, previewClient } from '../access/preview/preview.ts'
import { findMatters } from '../matters/find-matters.ts'
import { whoIsTold } from '../matters/who-is-told.ts'
import { pendingWork } from '../matters/pending.ts'
import { tidy } from '../tidy.ts'
import { addMember } from './add-member.ts'
import { changeRole } from './change-role.ts'
import { handOver } from './hand-over.ts'
import { leaveFirm } from './leave-firm.ts'
import { memberFromChat } from './member-from-chat.ts'
import { setAbsence } from './set-absence.ts'
import { turnAbsences } from './turn-absences.ts'
import { askFor } from '#test/office/ask-for.ts'
import { mailComesIn, replyAddressOf } from '#test/office/incoming.ts'
import { lawFirm, tenant } from '#test/office/law-firm.ts'
import { raceOf, refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice } from '#test/office/test-office.ts'

describe('the last admin', () => {
  test('cannot be outwitted by two admins who demote each other at the same moment', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const bruno = await firm.addMember('Bruno Paz', 'admin')
    const elsewhere = await secondConnection(office)
    const { lost } = await raceOf(
      changeRole(office, { by: firm.ana, memberId: bruno.memberId, role: 'lawyer' }),
      changeRole(elsewhere, { by: bruno, memberId: firm.ana.memberId, role: 'lawyer' }),
    )
    // Whoever is later is no admin any more, or the last one.
    expect(['not_allowed', 'last_admin']).toContain(lost.code)
    const admins = await office.db.read.select().from(members).where(eq(members.role, 'admin'))
    expect(admins).toHaveLength(1)
  })

  test('may become no lawyer and not leave', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const mine = { by: firm.ana, memberId: firm.ana.memberId }
    expect(await refusal(changeRole(office, { ...mine, role: 'assistant' }))).toBe('last_admin')
    const successorId = firm.camila.memberId
    expect(await refusal(leaveFirm(office, { ...mine, successorId }))).toBe('last_admin')
    await changeRole(office, { by: firm.system, memberId: successorId, role: 'admin' })
    await leaveFirm(office, { ...mine, successorId })
  })
})

describe('a member who leaves', () => {
  test('is out everywhere, and nothing waits for nobody', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const nora = await firm.addMember('Nora Vial', 'lawyer')
    const teamMatter = { title: 'Fusión', clients: [firm.rosaId], team: 'Fusiones' }
    const matterId = await firm.addMatter({ ...teamMatter, responsible: [firm.camila.memberId] })
    const requestId = await askFor(office, firm, 'Cédula', { matterId })
    const to = [await replyAddressOf(office, 'rosa@correo.example', requestId)]
    await mailComesIn(office, { from: 'rosa@correo.example', to, attachments: [{ name: 'cedula.jpg' }] })
    const { url } = await previewClient(office, { by: firm.camila, clientId: firm.rosaId })
    const token = new URL(url).pathname.split('/').at(-1) ?? ''
    const { sessionToken } = await beginPreview(office, { token })

    const leave = { memberId: firm.camila.memberId, successorId: nora.memberId }
    expect(await refusal(leaveFirm(office, { by: nora, ...leave }))).toBe('not_allowed')
    const none = { by: firm.ana, memberId: leave.memberId, successorId: null }
    expect(await refusal(leaveFirm(office, none))).toBe('successor_missing')
    const themselves = { ...none, successorId: leave.memberId }
    expect(await refusal(leaveFirm(office, themselves))).toBe('not_a_value')
    await leaveFirm(office, { by: firm.ana, ...leave, interaction: 'once' })
    await leaveFirm(office, { by: firm.ana, ...leave, interaction: 'once' })

    const identity = { platform: 'slack' as const, tenant, userId: 'UCAMILA' }
    expect(await refusal(memberFromChat(office, identity))).toBe('not_a_member')
    expect(await refusal(findMatters(office, { by: firm.camila, words: '' }))).toBe('not_a_member')
    expect(sessionToken).not.toBe('')
    expect(await lookAtPreview(office, token).catch(() => null)).toBeNull()
    expect(await office.db.read.select().from(previews)).toEqual([])
    const charged = await office.db.read.select().from(responsibles)
    expect(new Set(charged.map((row) => row.memberId))).toEqual(new Set([nora.memberId]))
    const team = await office.db.read.select().from(teamMembers)
    expect(team.map((row) => row.memberId)).toEqual([nora.memberId])
    expect((await pendingWork(office, { by: nora })).toReview).toMatchObject([{ requestId }])
    const kinds = (await office.db.read.select().from(events)).map((event) => event.kind)
    expect(kinds.filter((kind) => kind === 'memberLeft')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'matterHandedOver')).toHaveLength(2)
  })

  test('comes back as who they were, without what was handed over', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { memberId } = firm.camila
    await leaveFirm(office, { by: firm.ana, memberId, successorId: firm.ana.memberId })
    const identities = [{ platform: 'slack' as const, tenant, userId: 'UCAMILA' }]
    const back = { name: 'Camila Soto Vera', email: 'camila@estudio.example', role: 'assistant' as const }
    expect(await addMember(office, { by: firm.ana, ...back, identities })).toEqual({ memberId })
    const [identity] = identities
    if (!identity) throw new Error('no identity')
    expect(await memberFromChat(office, identity)).toMatchObject({ memberId, role: 'assistant' })
    const again = addMember(office, { by: firm.ana, ...back })
    expect(await refusal(again)).toBe('already_exists')
  })

  test('takes nobody’s matters along who stands beside them in charge', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const both = [firm.camila.memberId, firm.ana.memberId]
    const matterId = await firm.addMatter({ title: 'De dos', clients: [firm.rosaId], responsible: both })
    const [fromId, toId] = both
    await handOver(office, { by: firm.ana, fromId: fromId ?? '', toId: toId ?? '', matterIds: [matterId] })
    const rows = await office.db.read.select().from(responsibles).where(eq(responsibles.matterId, matterId))
    expect(rows.map((row) => row.memberId)).toEqual([toId])
  })
})

describe('a delegate', () => {
  test('sees what is private to whoever is away, and no longer once they are back', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const nora = await firm.addMember('Nora Vial', 'lawyer')
    const secret = { title: 'Reservada', clients: [firm.rosaId], visibility: 'private' as const }
    await firm.addMatter({ ...secret, responsible: [firm.camila.memberId] })
    const seen = async () => (await findMatters(office, { by: nora, words: 'reservada' })).length
    const absence = { delegateId: nora.memberId, from: '2026-03-03', until: '2026-03-05' }
    const mine = { by: firm.camila, memberId: firm.camila.memberId }
    expect(await seen()).toBe(0)
    await setAbsence(office, { ...mine, absence })
    expect(await seen()).toBe(1)
    office.later({ days: 2 })
    await tidy(office)
    expect(await seen()).toBe(1)
    office.later({ days: 1 })
    await tidy(office)
    expect(await seen()).toBe(0)
  })

  test('sees nothing of it from the day the absence is entered to the day before it begins, by the firm’s clock', async () => {
    const office = await testOffice({}, '2026-03-03T14:00:00Z')
    const firm = await lawFirm(office)
    const nora = await firm.addMember('Nora Vial', 'lawyer')
    const matterId = await firm.addMatter({
      title: 'Reservada',
      clients: [firm.rosaId],
      visibility: 'private',
      responsible: [firm.camila.memberId],
    })
    const seen = async () => {
      await turnAbsences(office)
      const found = await findMatters(office, { by: nora, words: 'reservada' })
      const opening = whoIsTold(office, { by: nora, matterId })
      if (found.length === 0) expect(await refusal(opening)).toBe('not_found')
      else expect((await opening).matter.title).toBe('Reservada')
      return found.length
    }
    const absence = { delegateId: nora.memberId, from: '2026-03-05', until: '2026-03-06' }
    await setAbsence(office, { by: firm.camila, memberId: firm.camila.memberId, absence })
    expect(await seen()).toBe(0)
    // In Santiago it is still the fourth, in Greenwich the fifth already.
    office.now = new Date('2026-03-05T02:30:00Z')
    expect(await seen()).toBe(0)
    office.now = new Date('2026-03-05T03:00:00Z')
    expect(await seen()).toBe(1)
    office.now = new Date('2026-03-07T02:59:00Z')
    expect(await seen()).toBe(1)
    office.now = new Date('2026-03-07T03:00:00Z')
    expect(await seen()).toBe(0)
  })

  test('is named by oneself or an admin, and is a living member of the firm', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const other = await lawFirm(office, 'T999')
    const nora = await firm.addMember('Nora Vial', 'lawyer')
    const absence = { delegateId: nora.memberId, from: '2026-03-03', until: null }
    const camila = { memberId: firm.camila.memberId, absence }
    expect(await refusal(setAbsence(office, { by: nora, ...camila }))).toBe('not_allowed')
    await setAbsence(office, { by: firm.ana, ...camila })
    const theirs = { ...absence, delegateId: other.camila.memberId }
    expect(await refusal(setAbsence(office, { by: firm.ana, ...camila, absence: theirs }))).toBe('not_found')
    await leaveFirm(office, { by: firm.ana, memberId: nora.memberId, successorId: null })
    expect(await refusal(setAbsence(office, { by: firm.ana, ...camila }))).toBe('not_found')
    const [row] = await office.db.read.select().from(members).where(eq(members.id, firm.camila.memberId))
    expect(row).toMatchObject({ delegateId: null, absentFrom: '2026-03-03' })
  })
})
