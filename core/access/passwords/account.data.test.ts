import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accesses } from '#db/schema/access.ts'
import { outbox } from '#db/schema/delivery.ts'
import type { Office } from '../../office.ts'
import { addAccess } from '../granting/add-access.ts'
import { askForWayIn } from './ask-for-way-in.ts'
import { clientSession } from '../session/client-session.ts'
import { editAccess } from '../granting/edit-access.ts'
import { enterByPassword } from './enter-by-password.ts'
import { invite } from '../granting/invite.ts'
import { listAccesses } from '../granting/list-accesses.ts'
import { lookAtLink, lookAtPasswordLink } from '../links/look-at-link.ts'
import { removeAccess } from '../granting/remove-access.ts'
import { setPassword } from './set-password.ts'
import { deliver, mailsOf } from '#test/office/deliveries.ts'
import { invited as invitedTo } from '#test/office/invited.ts'
import { lawFirm, type LawFirm } from '#test/office/law-firm.ts'
import { raceOf, refusal, refusalOf } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice } from '#test/office/test-office.ts'

const email = 'Rosa@Correo.example'
const password = 'cuatro gatos en el tejado'
const from = '192.0.2.1'

function invited(office: Office, firm: LawFirm, address = email, clientId = firm.rosaId) {
  return invitedTo(office, { by: firm.ana, clientId, kind: 'account', email: address })
}

describe('an invitation to an account', () => {
  test('lets its reader set a password once, and says until when', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token, url } = await invited(office, firm)
    expect(url).toBe(`http://127.0.0.1:3000/invite/${token}`)
    const { letters } = await deliver(office)
    expect(letters).toMatchObject([
      { kind: 'accessInvite', access: 'account', url, expiresAt: new Date('2026-03-10T14:00:00Z') },
    ])
    expect(await lookAtPasswordLink(office, token)).toMatchObject({ email, hasPassword: false })
    const { sessionToken } = await setPassword(office, { token, password })
    expect(await clientSession(office, sessionToken)).toMatchObject({ clientId: firm.rosaId, email })
    expect(await lookAtPasswordLink(office, token)).toBeNull()
    expect(await refusal(setPassword(office, { token, password: 'otra clave bien larga' }))).toBe('not_found')
    expect((await listAccesses(office, { by: firm.ana }))[0]).toMatchObject({ state: 'entered' })
  })

  test('followed twice at once sets one password', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token } = await invited(office, firm)
    const { lost } = await raceOf(
      setPassword(office, { token, password }),
      setPassword(await secondConnection(office), { token, password: 'otra clave bien larga' }),
    )
    expect(lost.code).toBe('not_found')
    expect(await mailsOf(office, 'passwordSet')).toHaveLength(1)
  })

  test('is void after a week, when the access is removed, and when its address changes', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const first = await invited(office, firm)
    office.later({ days: 7, minutes: 1 })
    expect(await lookAtPasswordLink(office, first.token)).toBeNull()
    expect(await refusal(setPassword(office, { token: first.token, password }))).toBe('not_found')
    expect((await deliver(office)).cancelled).toEqual(['link used or past its time'])
    const again = await invite(office, { by: firm.ana, accessId: first.accessId })
    // What has run out stays so: a new link takes its place.
    expect(await lookAtPasswordLink(office, first.token)).toBeNull()
    const fresh = again.url.split('/').at(-1) ?? ''
    expect(await lookAtPasswordLink(office, fresh)).not.toBeNull()
    office.later({ days: 1 })
    expect((await invite(office, { by: firm.ana, accessId: first.accessId })).url).toBe(again.url)
    await editAccess(office, { by: firm.ana, accessId: first.accessId, email: 'otra@correo.example' })
    expect(await lookAtPasswordLink(office, fresh)).toBeNull()
    const { url } = await invite(office, { by: firm.ana, accessId: first.accessId })
    await removeAccess(office, { by: firm.ana, accessId: first.accessId })
    expect(await lookAtPasswordLink(office, url.split('/').at(-1) ?? '')).toBeNull()
  })

  test('opens nothing when it is forged, and no account opens as a link', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token, accessId } = await invited(office, firm)
    const [id = '', mac = ''] = token.split('-')
    for (const one of [
      '',
      '-',
      id,
      `${id}-`,
      `${accessId}-${'a'.repeat(26)}`,
      `x${id}-${mac}`,
      `${token}a`,
    ]) {
      expect([one, await refusal(setPassword(office, { token: one, password }))]).toEqual([one, 'not_found'])
    }
    expect(await lookAtLink(office, token)).toBeNull()
  })

  test('takes no password that is short, or that is guessed first', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token } = await invited(office, firm)
    const end = async (wish: string) => refusal(setPassword(office, { token, password: wish }))
    expect(await end('corta')).toBe('password_too_short')
    expect(await end('ñandú ñan')).toBe('password_too_short')
    for (const weak of [
      '1234567890',
      'aaaaaaaaaaaa',
      'contraseña2026',
      'Senha123456',
      'rosafuentes1',
      'qwertyuiop12',
      'estudiorojas',
      '1q2w3e4r5t',
      'P@ssw0rd123',
      'zaq12wsxcde',
      'minhasenha1',
    ])
      expect([weak, await end(weak)]).toEqual([weak, 'password_too_common'])
    expect(await end('x'.repeat(10_000))).toBe('text_too_long')
    expect(await lookAtPasswordLink(office, token)).toMatchObject({ hasPassword: false })
    await setPassword(office, { token, password: 'tres gatos negros' })
  })
})

describe('the holder of an account', () => {
  test('is mailed once that a password was set, and once that it was changed; nothing in it opens the portal', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token } = await invited(office, firm)
    await deliver(office)
    await setPassword(office, { token, password })
    const told = { kind: 'passwordSet', to: { email: 'rosa@correo.example' }, replyAddressId: null }
    const { letters } = await deliver(office)
    expect(letters).toMatchObject([{ ...told, changed: false }])
    expect(JSON.stringify(letters)).not.toMatch(/\/(invite|enter)\//)
    expect(await refusal(setPassword(office, { token, password: 'otra clave bien larga' }))).toBe('not_found')
    await askForWayIn(office, { email, from })
    const [again] = (await deliver(office)).letters
    const fresh = again?.kind === 'accessAgain' ? (again.url.split('/').at(-1) ?? '') : ''
    expect(await refusal(setPassword(office, { token: fresh, password: 'corta' }))).toBe('password_too_short')
    await setPassword(office, { token: fresh, password: 'otra clave bien larga' })
    expect((await deliver(office)).letters).toMatchObject([{ ...told, changed: true }])
    expect(await mailsOf(office, 'passwordSet')).toHaveLength(2)
  })

  test('is told nothing where the access has another address or is gone by then', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token, accessId } = await invited(office, firm)
    await deliver(office)
    await setPassword(office, { token, password })
    await editAccess(office, { by: firm.ana, accessId, email: 'otra@correo.example' })
    expect((await deliver(office)).letters).toEqual([])
    expect((await mailsOf(office, 'passwordSet')).map((row) => row.state)).toEqual(['cancelled'])
  })
})

describe('address and password', () => {
  test('open the portal, however the address is written and the accents are composed', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token } = await invited(office, firm)
    await setPassword(office, { token, password: 'mañana será otro día' })
    const typed = { email: ' ROSA@correo.example ', password: 'mañana será otro día'.normalize('NFD'), from }
    const { sessionToken } = await enterByPassword(office, typed)
    expect(await clientSession(office, sessionToken)).toMatchObject({ clientId: firm.rosaId })
  })

  test('that are wrong open nothing, and are answered alike', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token } = await invited(office, firm)
    await invited(
      office,
      firm,
      'sin@clave.example',
      await firm.addClient('Pedro Díaz', 'pedro@correo.example'),
    )
    await setPassword(office, { token, password })
    const end = (wish: { email: string; password: string }) =>
      refusalOf(enterByPassword(office, { ...wish, from }))
    const wrong = { code: 'wrong_password', facts: {} }
    expect(await end({ email, password: 'cuatro perros en el tejado' })).toEqual(wrong)
    expect(await end({ email: 'nadie@correo.example', password })).toEqual(wrong)
    expect(await end({ email: 'sin@clave.example', password })).toEqual(wrong)
    expect(await end({ email: '', password: '' })).toEqual(wrong)
    expect(await end({ email: `${'a'.repeat(10_000)}@x.example`, password: 'b'.repeat(10_000) })).toEqual(
      wrong,
    )
  })

  test('of two firms lead each to its own', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const other = await lawFirm(office, 'T000000002')
    await setPassword(office, { token: (await invited(office, firm)).token, password })
    await setPassword(office, {
      token: (await invited(office, other)).token,
      password: 'un puente sobre el río',
    })
    const here = await enterByPassword(office, { email, password, from })
    const there = await enterByPassword(office, { email, password: 'un puente sobre el río', from })
    expect(await clientSession(office, here.sessionToken)).toMatchObject({ firmId: firm.firmId })
    expect(await clientSession(office, there.sessionToken)).toMatchObject({ firmId: other.firmId })
  })

  test('are not in the database in any form that opens something', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token } = await invited(office, firm)
    const pedroId = await firm.addClient('Pedro Díaz', 'pedro@correo.example')
    const pedro = await invited(office, firm, 'pedro@correo.example', pedroId)
    await setPassword(office, { token, password })
    await setPassword(office, { token: pedro.token, password })
    const rows = await office.db.read.select({ hash: accesses.passwordHash }).from(accesses)
    expect(new Set(rows.map((row) => row.hash)).size).toBe(2)
    expect(JSON.stringify(await office.db.read.select().from(outbox))).not.toContain(token)
    // Another server's key makes nothing of what this one kept.
    const thief = {
      ...office,
      config: { ...office.config, secretKey: 'another-key-that-is-long-enough-too' },
    }
    expect(await refusal(enterByPassword(thief, { email, password, from }))).toBe('wrong_password')
  })

  test('may be tried so often; the count outlives a restart, ends by itself, and is one person’s own', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token } = await invited(office, firm)
    await setPassword(office, { token, password })
    for (let i = 0; i < 10; i++)
      expect(await refusal(enterByPassword(office, { email, password: `intento número ${i}`, from }))).toBe(
        'wrong_password',
      )
    const restarted = await secondConnection(office)
    expect(await refusalOf(enterByPassword(restarted, { email, password, from }))).toEqual({
      code: 'too_many_attempts',
      facts: { minutes: 15 },
    })
    await enterByPassword(office, { email, password, from: '198.51.100.7' })
    office.later({ minutes: 15 })
    await enterByPassword(office, { email, password, from })
  })

  test('end with the access, and with its address', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token, accessId } = await invited(office, firm)
    await setPassword(office, { token, password })
    await editAccess(office, { by: firm.ana, accessId, email: 'otra@correo.example' })
    expect(await refusal(enterByPassword(office, { email: 'otra@correo.example', password, from }))).toBe(
      'wrong_password',
    )
    expect(await refusal(enterByPassword(office, { email, password, from }))).toBe('wrong_password')
  })
})

describe('who forgot the way in', () => {
  test('is mailed a link for a new password, after which the old one and every session are over', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token } = await invited(office, firm)
    const old = await setPassword(office, { token, password })
    await deliver(office)
    await askForWayIn(office, { email: 'ROSA@correo.example', from })
    const { letters } = await deliver(office)
    expect(letters).toMatchObject([
      {
        kind: 'accessAgain',
        access: 'account',
        expiresAt: new Date('2026-03-03T16:00:00Z'),
        to: { email: 'rosa@correo.example' },
      },
    ])
    const [letter] = letters
    const fresh = letter?.kind === 'accessAgain' ? (letter.url.split('/').at(-1) ?? '') : ''
    expect(await lookAtPasswordLink(office, fresh)).toMatchObject({ hasPassword: true })
    await setPassword(office, { token: fresh, password: 'otra clave bien larga' })
    expect(await clientSession(office, old.sessionToken)).toBeNull()
    expect(await refusal(enterByPassword(office, { email, password, from }))).toBe('wrong_password')
    await enterByPassword(office, { email, password: 'otra clave bien larga', from })
  })

  test('and enters by link is mailed that link', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { url } = await invitedTo(office, { by: firm.ana, clientId: firm.rosaId, kind: 'link', email })
    await deliver(office)
    await askForWayIn(office, { email, from })
    expect((await deliver(office)).letters).toMatchObject([{ kind: 'accessAgain', access: 'link', url }])
  })

  test('gets nothing before the invitation, nor where there is no access, and the answer is the same', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await addAccess(office, { by: firm.ana, clientId: firm.rosaId, kind: 'account', email })
    await askForWayIn(office, { email, from })
    await askForWayIn(office, { email: 'nadie@correo.example', from })
    expect(await mailsOf(office)).toEqual([])
  })

  test('may ask so often, whether there is an access or not', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    await invited(office, firm)
    for (const one of [email, 'nadie@correo.example']) {
      for (let i = 0; i < 3; i++) await askForWayIn(office, { email: one, from })
      expect(await refusalOf(askForWayIn(office, { email: one, from }))).toEqual({
        code: 'too_many_attempts',
        facts: { minutes: 60 },
      })
    }
    expect(await mailsOf(office, 'accessAgain')).toHaveLength(3)
  })
})

test('an access keeps no password once it is removed', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { token, accessId } = await invited(office, firm)
  await setPassword(office, { token, password })
  await removeAccess(office, { by: firm.ana, accessId })
  const [kept] = await office.db.read.select().from(accesses).where(eq(accesses.id, accessId))
  expect(kept?.passwordHash).toBeNull()
  expect(await refusal(enterByPassword(office, { email, password, from }))).toBe('wrong_password')
})
