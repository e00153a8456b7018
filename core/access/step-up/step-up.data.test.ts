import { beforeEach, describe, expect, test } from 'vitest'
import { addEntry } from '../../entries/add-entry.ts'
import { openFile } from '../../replies/files/open-file.ts'
import { clientSession, type ClientSession } from '../session/client-session.ts'
import { enterByLink } from '../links/enter-by-link.ts'
import { proveByCode } from './prove-by-code.ts'
import { sendCode } from './send-code.ts'
import { setPassword } from '../passwords/set-password.ts'
import { matterForClient } from '../../matters/matter-for-client.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal, upload, type Visit } from '#test/office/enter-portal.ts'
import { invited } from '#test/office/invited.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

let office: TestOffice
let firm: LawFirm
let visit: Visit
let fileId: string

beforeEach(async () => {
  office = await testOffice()
  firm = await lawFirm(office)
  visit = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const matterId = await firm.addMatter({ title: 'Divorcio', clients: [firm.rosaId], sensitive: true })
  await addEntry(office, {
    by: firm.system,
    matterId,
    kind: 'document',
    title: 'Sentencia',
    file: upload('sentencia.pdf'),
  })
  const [entry] = (await matterForClient(office, visit.session, matterId)).history
  fileId = entry?.file?.id ?? ''
  await deliver(office)
})

async function now(sessionToken = visit.sessionToken): Promise<ClientSession> {
  const session = await clientSession(office, sessionToken)
  if (!session) throw new Error('the session is over')
  return session
}

async function codeMailed(): Promise<string> {
  const { letters } = await deliver(office)
  const [letter] = letters
  if (letter?.kind !== 'stepUpCode') throw new Error('no code was mailed')
  expect(letter.to.email).toBe('rosa@correo.example')
  return letter.digits
}

const open = async () => (await openFile(office, await now(), fileId)).name

describe('files of a sensitive matter, for who came by a link,', () => {
  test('open after the code that went to the access’s own e-mail, in that browser alone', async () => {
    expect(await refusal(openFile(office, visit.session, fileId))).toBe('proof_needed')
    await sendCode(office, visit.session)
    const digits = await codeMailed()
    await proveByCode(office, visit.session, ` ${digits.slice(0, 3)} ${digits.slice(3)} `)
    expect(await open()).toBe('sentencia.pdf')
    const elsewhere = await enterByLink(office, { token: visit.token, from: '192.0.2.1' })
    expect(await refusal(openFile(office, await now(elsewhere.sessionToken), fileId))).toBe('proof_needed')
    expect(await refusal(proveByCode(office, await now(elsewhere.sessionToken), digits))).toBe('wrong_code')
    office.later({ hours: 12, minutes: 1 })
    expect(await refusal(openFile(office, await now(), fileId))).toBe('proof_needed')
  })

  test('stay shut after a wrong code, a late one, and one that was guessed at', async () => {
    await sendCode(office, visit.session)
    const digits = await codeMailed()
    office.later({ minutes: 16 })
    expect(await refusal(proveByCode(office, visit.session, digits))).toBe('wrong_code')
    await sendCode(office, visit.session)
    const fresh = await codeMailed()
    for (const wrong of ['', 'abc', '000000', '999999', fresh.slice(1)])
      expect(await refusal(proveByCode(office, visit.session, wrong === fresh ? '111111' : wrong))).toBe(
        'wrong_code',
      )
    expect(await refusal(proveByCode(office, visit.session, fresh))).toBe('wrong_code')
    expect(await refusal(openFile(office, await now(), fileId))).toBe('proof_needed')
  })

  test('cost so many codes and no more', async () => {
    for (let i = 0; i < 5; i++) await sendCode(office, visit.session)
    expect(await refusal(sendCode(office, visit.session))).toBe('too_many_attempts')
  })
})

test('who came by a password opens them as any other', async () => {
  const { token } = await invited(office, {
    by: firm.ana,
    clientId: firm.rosaId,
    kind: 'account',
    email: 'r@correo.example',
  })
  const { sessionToken } = await setPassword(office, { token, password: 'tres gatos negros' })
  expect((await openFile(office, await now(sessionToken), fileId)).name).toBe('sentencia.pdf')
})
