import { expect, test } from 'vitest'
import { disconnectChat } from '#core/firms/disconnect-chat.ts'
import { lawFirm, tenant } from '#test/office/law-firm.ts'
import { testOffice } from '#test/office/test-office.ts'
import { tokensLately } from './tokens-lately.ts'

async function withoutToken() {
  const office = await testOffice({ SLACK_SIGNING_SECRET: 'a-signing-secret-that-only-tests-know' })
  await lawFirm(office)
  const tokens = tokensLately(office)
  const before = await tokens.of(tenant)
  const gone = { platform: 'slack', tenant, because: 'app_uninstalled', forGood: true } as const
  await disconnectChat(office, gone)
  return { office, tokens, before }
}

test('a token is remembered for ten seconds, and then looked up', async () => {
  const { office, tokens, before } = await withoutToken()
  expect(before).toMatch(/^xoxb-/)
  expect(await tokens.of(tenant)).toBe(before)
  office.now = new Date(office.now.getTime() + 10_000)
  expect(await tokens.of(tenant)).toBeNull()
})

test('is forgotten as soon as it is known to be void; that there is none is not remembered', async () => {
  const { office, tokens } = await withoutToken()
  tokens.forget(tenant)
  expect(await tokens.of(tenant)).toBeNull()
  expect(await tokensLately(office).of('T0NOBODYS')).toBeNull()
})

test('one that proves void while it is still being looked up is not remembered', async () => {
  const office = await testOffice({ SLACK_SIGNING_SECRET: 'a-signing-secret-that-only-tests-know' })
  await lawFirm(office)
  const tokens = tokensLately(office)
  const asked = tokens.of(tenant)
  tokens.forget(tenant)
  expect(await asked).toMatch(/^xoxb-/)
  expect(tokens.isKept(tenant)).toBe(false)
  await tokens.of(tenant)
  expect(tokens.isKept(tenant)).toBe(true)
})
