import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accesses, sessions } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { contactSheets } from '../../clients/contact-sheet.ts'
import { matterForClient } from '../../matters/matter-for-client.ts'
import { mattersForClient } from '../../matters/matters-for-client.ts'
import { publishNews } from '../../news/publish-news.ts'
import { addAccess } from './add-access.ts'
import { clientSession } from '../session/client-session.ts'
import { editAccess } from './edit-access.ts'
import { enterByLink } from '../links/enter-by-link.ts'
import { invite } from './invite.ts'
import { leave } from '../session/leave.ts'
import { listAccesses } from './list-accesses.ts'
import { lookAtLink } from '../links/look-at-link.ts'
import { removeAccess } from './remove-access.ts'
import { deliver } from '#test/office/deliveries.ts'
import { enterPortal } from '#test/office/enter-portal.ts'
import { lawFirm, words } from '#test/office/law-firm.ts'
import { raceOf, refusal } from '#test/office/refusal.ts'
import { secondConnection } from '#test/office/second-connection.ts'
import { testOffice } from '#test/office/test-office.ts'

const link = 'link' as const

describe('adding an access', () => {
  test('sends nothing before the invitation; tasks and the two kinds of closed matters are off at first', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const wish = { by: firm.ana, clientId: firm.rosaId, kind: link, email: 'Rosa@Correo.example' }
    const { accessId } = await addAccess(office, wish)
    await publishNews(office, { by: firm.camila, matterId: firm.matterId, body: words('Hola') })
    expect((await deliver(office)).letters.map((letter) => letter.kind)).toEqual(
      Array(3).fill('newsPublished'),
    )
    expect(await listAccesses(office, { by: firm.ana })).toEqual([
      {
        accessId,
        clientId: firm.rosaId,
        alsoFor: [],
        kind: 'link',
        name: 'Rosa Fuentes',
        email: 'Rosa@Correo.example',
        sees: ['court-movement', 'manual-movement', 'publication', 'document'],
        privateMatters: false,
        teamMatters: false,
        state: 'not_invited',
        lastSeenAt: null,
      },
    ])
    const { url } = await invite(office, { by: firm.ana, accessId })
    expect((await invite(office, { by: firm.ana, accessId })).url).toBe(url)
    expect((await listAccesses(office, { by: firm.ana }))[0]?.state).toBe('invited')
    const { letters } = await deliver(office)
    expect(letters).toMatchObject([
      { kind: 'accessInvite', url, to: { email: 'rosa@correo.example' }, replyAddressId: null },
      { kind: 'accessInvite', url },
    ])
    await enterByLink(office, { token: url.split('/').at(-1) ?? '', from: '192.0.2.1' })
    expect((await listAccesses(office, { by: firm.ana }))[0]).toMatchObject({
      state: 'entered',
      lastSeenAt: office.now,
    })
  })

  test('with an address that has one, in any letter case, is refused in this firm and not in another', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const other = await lawFirm(office, 'T000000002')
    const pedroId = await firm.addClient('Pedro Fuentes', 'pedro@correo.example')
    const wish = { by: firm.ana, clientId: firm.rosaId, kind: link, email: 'rosa@correo.example' }
    const { accessId } = await addAccess(office, wish)
    for (const email of ['rosa@correo.example', 'ROSA@correo.EXAMPLE', ' Rosa@Correo.Example ']) {
      expect(await refusal(addAccess(office, { ...wish, clientId: pedroId, email }))).toBe('address_taken')
    }
    expect(await office.db.read.select().from(accesses)).toHaveLength(1)
    await addAccess(office, { ...wish, by: other.ana, clientId: other.rosaId })
    const second = await addAccess(office, { ...wish, clientId: pedroId, email: 'pedro@correo.example' })
    const taking = { by: firm.ana, accessId: second.accessId, email: 'Rosa@correo.example' }
    expect(await refusal(editAccess(office, taking))).toBe('address_taken')
    await editAccess(office, { by: firm.ana, accessId, email: 'ROSA@correo.example' })
    await removeAccess(office, { by: firm.ana, accessId })
    await editAccess(office, taking)
    expect(await refusal(addAccess(office, { ...wish, email: 'no address' }))).toBe('not_an_address')
  })

  test('twice at once through two processes makes one', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const second = await secondConnection(office)
    const wish = { by: firm.ana, clientId: firm.rosaId, kind: link }
    const { lost } = await raceOf(
      addAccess(office, { ...wish, email: 'rosa@correo.example' }),
      addAccess(second, { ...wish, email: 'Rosa@Correo.Example' }),
    )
    expect(lost.code).toBe('address_taken')
  })
})

describe('a link', () => {
  test('opens nothing when it is forged, in whatever part', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const pedroId = await firm.addClient('Pedro Fuentes', 'pedro@correo.example')
    const { token } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    const pedro = await enterPortal(office, firm, pedroId, { email: 'pedro@correo.example' })
    const account = await addAccess(office, {
      by: firm.ana,
      clientId: firm.rosaId,
      kind: 'account',
      email: 'cuenta@correo.example',
    })
    const [id = '', mac = ''] = token.split('-')
    const [otherId = ''] = pedro.token.split('-')
    const forged = [
      '',
      '-',
      id,
      `${id}-`,
      `${otherId}-${mac}`,
      `${account.accessId}-${mac}`,
      `${id}-${'a'.repeat(26)}`,
      `${token}a`,
      token.slice(0, -1),
      token.toUpperCase(),
      `${token}-x`,
    ]
    for (const one of forged) {
      expect([one, await lookAtLink(office, one)]).toEqual([one, null])
      expect([one, await refusal(enterByLink(office, { token: one, from: '192.0.2.1' }))]).toEqual([
        one,
        'not_found',
      ])
    }
  })

  test('that is merely looked at begins no session and burns nothing; each entering is a session of its own', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { token, sessionToken } = await enterPortal(office, firm, firm.rosaId, {
      email: 'rosa@correo.example',
    })
    expect(await lookAtLink(office, token)).toMatchObject({
      clientName: 'Rosa Fuentes',
      firm: { name: 'Estudio Rojas', supportContact: expect.stringContaining('secretaria') },
    })
    expect(await office.db.read.select().from(sessions)).toHaveLength(1)
    const again = await enterByLink(office, { token, from: '192.0.2.1' })
    await leave(office, sessionToken)
    await leave(office, sessionToken)
    expect(await clientSession(office, sessionToken)).toBeNull()
    expect(await clientSession(office, again.sessionToken)).not.toBeNull()
    // What is stored opens nothing by itself.
    const [stored] = await office.db.read.select().from(sessions)
    expect(await clientSession(office, stored?.id ?? '')).toBeNull()
    office.later({ days: 31 })
    expect(await clientSession(office, again.sessionToken)).toBeNull()
  })
})

describe('removing or changing an access takes effect at once:', () => {
  test('removed, its sessions and its link open nothing, and its address is free', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const visit = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    await removeAccess(office, { by: firm.ana, accessId: visit.accessId })
    expect(await clientSession(office, visit.sessionToken)).toBeNull()
    expect(await lookAtLink(office, visit.token)).toBeNull()
    expect(await refusal(enterByLink(office, { token: visit.token, from: '192.0.2.1' }))).toBe('not_found')
    expect(await refusal(invite(office, { by: firm.ana, accessId: visit.accessId }))).toBe('not_found')
    expect(await refusal(removeAccess(office, { by: firm.ana, accessId: visit.accessId }))).toBe('not_found')
    expect(await listAccesses(office, { by: firm.ana })).toEqual([])
    const again = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    expect(again.token).not.toBe(visit.token)
    expect(await lookAtLink(office, visit.token)).toBeNull()
  })

  test('edited, its sessions are over and the next one sees what the access may see now', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { accessId, sessionToken, token } = await enterPortal(office, firm, firm.rosaId, {
      email: 'rosa@correo.example',
    })
    await editAccess(office, { by: firm.ana, accessId, can: ['tasks'], privateMatters: true })
    expect(await clientSession(office, sessionToken)).toBeNull()
    const next = await enterByLink(office, { token, from: '192.0.2.1' })
    expect(await clientSession(office, next.sessionToken)).toMatchObject({
      entryKinds: ['task'],
      privateMatters: true,
      teamMatters: false,
    })
  })

  test('moved to another address, the link that went to the old one is void, and the new one must be sent', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { accessId, token } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
    await deliver(office)
    await editAccess(office, { by: firm.ana, accessId, email: 'nueva@correo.example' })
    expect(await lookAtLink(office, token)).toBeNull()
    expect((await deliver(office)).letters).toEqual([])
    expect((await listAccesses(office, { by: firm.ana }))[0]?.state).toBe('not_invited')
    const { url } = await invite(office, { by: firm.ana, accessId })
    expect(await lookAtLink(office, url.split('/').at(-1) ?? '')).not.toBeNull()
  })

  test('and a client who has left has no way in', async () => {
    const office = await testOffice()
    const firm = await lawFirm(office)
    const { sessionToken, token } = await enterPortal(office, firm, firm.rosaId, {
      email: 'rosa@correo.example',
    })
    await office.db.transaction((tx) =>
      tx.update(clients).set({ leftAt: office.now }).where(eq(clients.id, firm.rosaId)),
    )
    expect(await clientSession(office, sessionToken)).toBeNull()
    expect(await lookAtLink(office, token)).toBeNull()
    expect(await refusal(enterByLink(office, { token, from: '192.0.2.1' }))).toBe('not_found')
  })
})

test('a client sees their own contact sheet and that of nobody else', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example' })
  const [sheet] = await contactSheets(office, session)
  expect(sheet).toEqual({
    clientId: firm.rosaId,
    country: 'CL',
    name: 'Rosa Fuentes',
    taxId: null,
    email: 'rosa@correo.example',
    phones: [],
    address: null,
    additionalEmails: ['contador@correo.example', 'hijo@correo.example'],
    corrections: [],
  })
})

test('news and requests addressed to the client are theirs whatever the categories', async () => {
  const office = await testOffice()
  const firm = await lawFirm(office)
  await publishNews(office, { by: firm.camila, matterId: firm.matterId, body: words('Hola') })
  const { session } = await enterPortal(office, firm, firm.rosaId, { email: 'rosa@correo.example', can: [] })
  expect((await matterForClient(office, session, firm.matterId)).history).toMatchObject([{ kind: 'news' }])
  expect(await mattersForClient(office, session)).toMatchObject([{ lastActivityAt: office.now }])
})
