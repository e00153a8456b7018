import { expect, test } from 'vitest'
import { matterForClient } from '../../matters/matter-for-client.ts'
import { mattersForClient } from '../../matters/matters-for-client.ts'
import { handIn } from '../../replies/handing-in/hand-in.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { clientSession } from '../session/client-session.ts'
import { editAccess } from '../granting/edit-access.ts'
import { leave } from '../session/leave.ts'
import { listAccesses } from '../granting/list-accesses.ts'
import { beginPreview, lookAtPreview, previewClient } from './preview.ts'
import { sendCode } from '../step-up/send-code.ts'
import { askFor, itemCalled } from '#test/office/ask-for.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice } from '#test/office/test-office.ts'

type Through = { clientId: string; accessId?: string; matterId?: string }

async function look(office: Office, by: MemberActor, through: Through) {
  const { url } = await previewClient(office, { by, ...through })
  const token = url.split('/').at(-1) ?? ''
  const { sessionToken, matterId } = await beginPreview(office, { token })
  const session = await clientSession(office, sessionToken)
  if (!session) throw new Error('the preview did not begin')
  return { token, sessionToken, session, matterId }
}

test('a member sees what the client sees, with the same switches, and leaves no trace of a visit', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const hidden = await firm.addMatter({ title: 'Privado', clients: [firm.rosaId], visibility: 'private' })
  const visit = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example', can: ['tasks'] })
  office.later({ hours: 1 })
  const { accessId } = visit
  const { session, matterId } = await look(office, firm.ana, {
    clientId: firm.rosaId,
    accessId,
    matterId: firm.matterId,
  })
  expect(matterId).toBe(firm.matterId)
  expect(session).toMatchObject({ entryKinds: ['task'], borrowedBy: { memberId: firm.ana.memberId } })
  expect(await mattersForClient(office, session)).toEqual(await mattersForClient(office, visit.session))
  expect(await refusal(matterForClient(office, session, hidden))).toBe('not_found')
  expect((await listAccesses(office, { by: firm.ana }))[0]?.lastSeenAt).toEqual(
    visit.session && new Date('2026-03-03T14:00:00Z'),
  )
})

test('and nothing through those eyes that the member may not see themselves', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const pedro = await firm.addMember('Pedro Lagos', 'lawyer')
  const secret = await firm.addMatter({ title: 'Privado', clients: [firm.rosaId], visibility: 'private' })
  const { accessId } = await enterPortal(office, firm, firm.rosaId, {
    email: 'rosa@correo.example',
    privateMatters: true,
  })
  const through = { clientId: firm.rosaId, accessId }
  const seenBy = async (by: MemberActor) => {
    const { session } = await look(office, by, through)
    return (await mattersForClient(office, session)).map((matter) => matter.id)
  }
  expect((await seenBy(firm.ana)).sort()).toEqual([firm.matterId, secret].sort())
  expect(await seenBy(pedro)).toEqual([firm.matterId])
  expect(await refusal(previewClient(office, { by: pedro, ...through, matterId: secret }))).toBe('not_found')
})

test('a member who looks can do nothing in the client’s name', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula')
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  const { session } = await look(office, firm.ana, { clientId: firm.rosaId })
  expect(await refusal(handIn(office, { by: { session }, itemId, files: [upload('cedula.pdf')] }))).toBe(
    'looking_only',
  )
  expect(await refusal(sendCode(office, session))).toBe('looking_only')
})

test('the link works once, for ten minutes, within the firm; the look ends by itself, by leaving, and with the access', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const other = await lawFirm(office, 'T000000002')
  const { accessId } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const through = { clientId: firm.rosaId, accessId }
  expect(await refusal(previewClient(office, { by: other.ana, ...through }))).toBe('not_found')
  const pedroId = await firm.addClient('Pedro Díaz', 'pedro@correo.example')
  expect(await refusal(previewClient(office, { by: firm.ana, clientId: pedroId, accessId }))).toBe(
    'not_found',
  )

  const { token, sessionToken } = await look(office, firm.ana, through)
  expect(await lookAtPreview(office, token)).toBeNull()
  expect(await refusal(beginPreview(office, { token }))).toBe('not_found')
  expect(await refusal(beginPreview(office, { token: sessionToken }))).toBe('not_found')
  await leave(office, sessionToken)
  expect(await clientSession(office, sessionToken)).toBeNull()

  const { url } = await previewClient(office, { by: firm.ana, ...through })
  const late = url.split('/').at(-1) ?? ''
  expect(await lookAtPreview(office, late)).toMatchObject({
    clientName: 'Rosa Fuentes',
    firmName: 'Estudio Rojas',
  })
  expect(await clientSession(office, late)).toBeNull()
  office.later({ minutes: 11 })
  expect(await lookAtPreview(office, late)).toBeNull()

  const again = await look(office, firm.ana, through)
  await editAccess(office, { by: firm.ana, accessId, can: [] })
  expect(await clientSession(office, again.sessionToken)).toBeNull()
  const last = await look(office, firm.ana, through)
  office.later({ minutes: 31 })
  expect(await clientSession(office, last.sessionToken)).toBeNull()
})
