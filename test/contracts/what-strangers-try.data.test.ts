import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clients } from '#db/schema/clients.ts'
import { members } from '#db/schema/firms.ts'
import { responsibles } from '#db/schema/matters.ts'
import { answers } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { addAccess } from '#core/access/granting/add-access.ts'
import { askForWayIn } from '#core/access/passwords/ask-for-way-in.ts'
import { clientSession } from '#core/access/session/client-session.ts'
import { enterByPassword } from '#core/access/passwords/enter-by-password.ts'
import { extendAccess } from '#core/access/granting/extend-access.ts'
import { pageOfAccesses } from '#core/access/granting/page-of-accesses.ts'
import { beginPreview, previewClient } from '#core/access/preview/preview.ts'
import { sendCode } from '#core/access/step-up/send-code.ts'
import { setPassword } from '#core/access/passwords/set-password.ts'
import { askForCorrection } from '#core/clients/ask-for-correction.ts'
import { contactSheets } from '#core/clients/contact-sheet.ts'
import { settleCorrection } from '#core/clients/settle-correction.ts'
import type { Office } from '#core/office.ts'
import { handIn } from '#core/replies/handing-in/hand-in.ts'
import { stopRemindersByLink } from '#core/reminders/stop-by-link.ts'
import { remindersToken } from '#core/reminders/reminders-token.ts'
import { resumeByMember } from '#core/reminders/resume-by-member.ts'
import { appendPart } from '#core/uploads/append-part.ts'
import { beginUpload } from '#core/uploads/begin-upload.ts'
import { askFor, itemCalled } from '../office/ask-for.ts'
import { deliver, mailsOf } from '../office/deliveries.ts'
import { enterPortal } from '../office/enter-portal.ts'
import { invited } from '../office/invited.ts'
import { lawFirm, type LawFirm } from '../office/law-firm.ts'
import { refusal } from '../office/refusal.ts'
import { testOffice } from '../office/test-office.ts'

const rosa = 'rosa@correo.example'
const password = 'cuatro gatos en el tejado'

/** Rosa is invited to an account. */
function rosasAccount(office: Office, { ana, rosaId }: LawFirm) {
  return invited(office, { by: ana, clientId: rosaId, kind: 'account', email: rosa })
}

/** Rosa has entered, and is asked for one thing. */
async function rosaAsked(office: Office) {
  const firm = await lawFirm(office)
  const requestId = await askFor(office, firm, 'Cédula')
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  const { id: itemId } = await itemCalled(office, requestId, 'Cédula')
  return { session, itemId }
}

/** A client whose one matter is open to nobody but the member who is responsible for it, and the admins. */
async function secretClient(firm: LawFirm, { memberId }: { memberId: string }): Promise<string> {
  const martaId = await firm.addClient('Marta Secreta', 'marta@correo.example')
  await firm.addMatter({
    title: 'Nulidad',
    clients: [martaId],
    visibility: 'private',
    responsible: [memberId],
  })
  return martaId
}

test('a stranger cannot bring an expired invitation back to life', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { token } = await rosasAccount(office, firm)
  office.later({ days: 180 })
  expect(await refusal(setPassword(office, { token, password }))).toBe('not_found')
  await askForWayIn(office, { email: rosa, from: '203.0.113.9' })
  expect(await refusal(setPassword(office, { token, password }))).toBe('not_found')
  expect(await mailsOf(office, 'passwordSet')).toEqual([])
})

test('a stranger who got hold of a letter sets no password behind the back of its reader', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { token } = await rosasAccount(office, firm)
  await deliver(office)
  await setPassword(office, { token, password })
  const [letter, ...more] = (await deliver(office)).letters
  expect([letter?.kind, letter?.to.email, more]).toEqual(['passwordSet', rosa, []])
})

test('tries from one IPv6 customer are counted together', async () => {
  const office = await testOffice()
  await lawFirm(office)
  const said = new Set<string>()
  for (let i = 0; i < 120; i++)
    said.add(
      await refusal(
        enterByPassword(office, {
          email: rosa,
          password: `guess ${i}`,
          from: `2001:db8:1:2::${i.toString(16)}`,
        }),
      ),
    )
  expect([...said]).toContain('too_many_attempts')
})

test('a member who looks does not use up the codes of the client', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const visit = await enterPortal(office, firm, firm.rosaId, { email: rosa })
  const { url } = await previewClient(office, {
    by: firm.camila,
    clientId: firm.rosaId,
    accessId: visit.accessId,
  })
  const { sessionToken } = await beginPreview(office, { token: url.split('/').at(-1) ?? '' })
  const looking = await clientSession(office, sessionToken)
  if (!looking) throw new Error('no look')
  for (let i = 0; i < 5; i++) expect(await refusal(sendCode(office, looking))).toBe('looking_only')
  await sendCode(office, visit.session)
})

test('a list of accesses names no client the member does not deal with', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const martaId = await secretClient(firm, await firm.addMember('Pablo Reyes', 'lawyer'))
  const a = await addAccess(office, {
    by: firm.ana,
    clientId: firm.rosaId,
    kind: 'link',
    email: rosa,
  })
  await extendAccess(office, { by: firm.ana, accessId: a.accessId, clientId: martaId })
  const b = await addAccess(office, {
    by: firm.ana,
    clientId: martaId,
    kind: 'link',
    email: 'marta.secreta@correo.example',
  })
  await extendAccess(office, { by: firm.ana, accessId: b.accessId, clientId: firm.rosaId })
  const all = await pageOfAccesses(office, { by: firm.camila, whose: 'all', page: 0, size: 9 })
  const hers = await pageOfAccesses(office, {
    by: firm.camila,
    whose: { clientId: firm.rosaId },
    page: 0,
    size: 9,
  })
  expect.soft(JSON.stringify(all)).not.toContain('Marta')
  expect.soft(JSON.stringify(hers)).not.toContain('marta.secreta@')
})

test('who has left one firm still enters the other by the same password', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const other = await lawFirm(office, 'T000000002')
  for (const one of [other, firm]) {
    const { token } = await rosasAccount(office, one)
    await setPassword(office, { token, password })
    office.later({ minutes: 1 })
  }
  await write(office.db, (tx) =>
    tx.update(clients).set({ leftAt: office.clock() }).where(eq(clients.id, firm.rosaId)),
  )
  const entered = await enterByPassword(office, { email: rosa, password, from: '192.0.2.1' })
  expect(entered.sessionToken).toBeTruthy()
})

test('a file is not taken in pieces of one byte', async () => {
  const office = await testOffice()
  const { session, itemId } = await rosaAsked(office)
  const { uploadId } = await beginUpload(office, {
    by: { session },
    itemId,
    name: 'a.pdf',
    type: '',
    size: 1000,
  })
  async function* one() {
    yield Buffer.from('x')
  }
  const piece = (offset: number) => appendPart(office, { by: { session }, uploadId, offset, bytes: one() })
  for (let offset = 0; offset < 65; offset++) await piece(offset)
  expect(await refusal(piece(65))).toBe('too_many_attempts')
  expect(await office.files.list('uploads')).toHaveLength(65)
})

test('text answers end somewhere', async () => {
  const office = await testOffice()
  const { session, itemId } = await rosaAsked(office)
  const say = (text: string) => handIn(office, { by: { session }, itemId, files: [], text })
  await say('x'.repeat(20_000))
  expect(await refusal(say('y'))).toBe('text_too_long')
  const [answer] = await office.db.read.select().from(answers)
  expect(answer?.text).toHaveLength(20_000)
})

test('an address with NUL is answered as any unknown one', async () => {
  const office = await testOffice()
  await lawFirm(office)
  expect(
    await refusal(enterByPassword(office, { email: 'rosa\u0000@correo.example', password: 'x', from: '1' })),
  ).toBe('wrong_password')
})

test('a look ends with the right to it', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const martaId = await secretClient(firm, firm.ana)
  const { url } = await previewClient(office, { by: firm.ana, clientId: martaId })
  const { sessionToken } = await beginPreview(office, { token: url.split('/').at(-1) ?? '' })
  // Ana is an admin no more, and no more responsible.
  await write(office.db, (tx) =>
    tx.update(members).set({ role: 'assistant' }).where(eq(members.id, firm.ana.memberId)),
  )
  await write(office.db, (tx) => tx.delete(responsibles).where(eq(responsibles.memberId, firm.ana.memberId)))
  expect(await refusal(previewClient(office, { by: firm.ana, clientId: martaId }))).toBe('not_found')
  const session = await clientSession(office, sessionToken)
  const sheets = session ? await contactSheets(office, session) : []
  expect(sheets).toEqual([])
})

test('corrections and reminders of a client are settled by members who deal with them', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const martaId = await secretClient(firm, await firm.addMember('Pablo Reyes', 'lawyer'))
  const { session } = await enterPortal(office, firm, martaId, {
    email: 'marta@correo.example',
    privateMatters: true,
  })
  const { correctionId } = await askForCorrection(office, { by: session, clientId: martaId, text: 'Mi RUT' })
  expect
    .soft(await refusal(settleCorrection(office, { by: firm.camila, correctionId })).catch(() => 'done'))
    .toBe('not_found')
  await stopRemindersByLink(office, remindersToken(office, martaId))
  expect
    .soft(
      await refusal(resumeByMember(office, { by: firm.camila, clientId: martaId, additionalId: null })).catch(
        () => 'done',
      ),
    )
    .toBe('not_found')
})

test('whoever stands in for a colleague opens nothing of theirs that would outlast it', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const pablo = await firm.addMember('Pablo Reyes', 'lawyer')
  await firm.addMatter({
    title: 'Secreto de Pablo',
    clients: [firm.rosaId],
    visibility: 'private',
    responsible: [pablo.memberId],
  })
  const delegate = (to: string | null) =>
    write(office.db, (tx) => tx.update(members).set({ delegateId: to }).where(eq(members.id, pablo.memberId)))
  await delegate(firm.camila.memberId)
  const wish = {
    by: firm.camila,
    clientId: firm.rosaId,
    kind: 'link' as const,
    email: 'camila@gmail.example',
  }
  expect(await refusal(addAccess(office, { ...wish, privateMatters: true }))).toBe('beyond_own_sight')
  await addAccess(office, wish)
})
