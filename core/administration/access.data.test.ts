import { expect, test } from 'vitest'
import { clientSession } from '../access/session/client-session.ts'
import { enterByLink } from '../access/links/enter-by-link.ts'
import { setPassword } from '../access/passwords/set-password.ts'
import { access } from './access.ts'
import { deliver } from '#test/office/deliveries.ts'
import { lawFirm } from '#test/office/law-firm.ts'
import { refusal } from '#test/office/refusal.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

/** What a command says, as whoever called it with `--json` reads it. */
async function said(office: TestOffice, verb: keyof typeof access, ...args: string[]) {
  return JSON.parse(JSON.stringify(await access[verb].run(office, args)))
}

const tokenIn = (url: string) => url.split('/').at(-1) ?? ''

test('an account is added, invited by a link on which its password is set once, and entered', async () => {
  const office = await testOffice()
  const { firmId, rosaId } = await lawFirm(office)
  const about = ['--firm', firmId, '--client', rosaId, '--kind', 'account', '--email', 'Rosa@Correo.example']
  const { accessId, ...more } = await said(office, 'add', ...about)
  expect([typeof accessId, more]).toEqual(['string', {}])
  expect((await deliver(office)).letters).toEqual([])

  const { url } = await said(office, 'invite', '--access', accessId)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/invite\/[\w-]{20,}$/)
  expect((await said(office, 'invite', '--access', accessId)).url).toBe(url)
  const { letters } = await deliver(office)
  expect(letters.map((letter) => letter.kind)).toEqual(['accessInvite', 'accessInvite'])
  expect(letters[0]).toMatchObject({ url, to: { email: 'rosa@correo.example' } })

  const password = 'un bosque de lengas'
  const { sessionToken } = await setPassword(office, { token: tokenIn(url), password })
  expect(await clientSession(office, sessionToken)).toMatchObject({ accessId, accessKind: 'account' })
  expect(await refusal(setPassword(office, { token: tokenIn(url), password }))).toBe('not_found')
  expect((await said(office, 'list', '--firm', firmId)).accesses).toMatchObject([
    { accessId, clientId: rosaId, kind: 'account', state: 'entered', alsoFor: [] },
  ])
})

test('an access is listed, edited, extended, narrowed and removed, each at once', async () => {
  const office = await testOffice()
  const { firmId, rosaId, addClient } = await lawFirm(office)
  const companyId = await addClient('Aromos SpA', 'aromos@correo.example')
  const about = ['--firm', firmId, '--client', rosaId, '--kind', 'link', '--email', 'rosa@correo.example']
  const { accessId } = await said(office, 'add', ...about, '--can', 'tasks,documents', '--private-matters')
  const [listed] = (await said(office, 'list', '--firm', firmId, '--client', rosaId)).accesses
  expect(listed).toMatchObject({ sees: ['task', 'document'], privateMatters: true, teamMatters: false })
  expect((await said(office, 'list', '--firm', firmId, '--client', companyId)).accesses).toEqual([])

  const enter = async () => {
    const { url } = await said(office, 'invite', '--access', accessId)
    const { sessionToken } = await enterByLink(office, { token: tokenIn(url), from: '192.0.2.1' })
    return sessionToken
  }
  for (const [verb, ...args] of [
    ['edit', '--can', 'documents', '--no-private-matters', '--team-matters', '--name', 'Rosa F.'],
    ['extend', '--client', companyId],
    ['narrow', '--client', companyId],
    ['remove'],
  ] as const) {
    const session = await enter()
    expect(await said(office, verb, '--access', accessId, ...args)).toEqual({ accessId })
    expect([verb, await clientSession(office, session)]).toEqual([verb, null])
    const [now] = (await said(office, 'list', '--firm', firmId)).accesses
    if (verb === 'edit') {
      expect(now).toMatchObject({
        name: 'Rosa F.',
        sees: ['document'],
        privateMatters: false,
        teamMatters: true,
      })
    }
    if (verb === 'extend') expect(now.alsoFor).toEqual([companyId])
    if (verb === 'narrow') expect(now.alsoFor).toEqual([])
    if (verb === 'remove') expect(now).toBeUndefined()
  }
  expect(await refusal(said(office, 'invite', '--access', accessId))).toBe('not_found')
})

test('what is wrong with a command is said before anything happens', async () => {
  const office = await testOffice()
  const { firmId, rosaId } = await lawFirm(office)
  const about = ['--firm', firmId, '--client', rosaId, '--email', 'rosa@correo.example']
  await expect(said(office, 'add', ...about)).rejects.toThrow('missing: --kind')
  await expect(said(office, 'add', ...about, '--kind', 'link', '--password', 'x')).rejects.toThrow(
    '--password',
  )
  expect(await refusal(said(office, 'add', ...about, '--kind', 'padrão'))).toBe('not_a_value')
  expect(await refusal(said(office, 'add', ...about, '--kind', 'link', '--can', 'all'))).toBe('not_a_value')
  expect(await refusal(said(office, 'extend', '--access', 'nobody', '--client', rosaId))).toBe('not_found')
  expect((await said(office, 'list', '--firm', firmId)).accesses).toEqual([])
  await said(office, 'add', ...about, '--kind', 'link')
  const again = [...about.slice(0, -1), 'ROSA@correo.example', '--kind', 'account']
  expect(await refusal(said(office, 'add', ...again))).toBe('address_taken')
})
