import { afterEach, expect, test, vi } from 'vitest'
import { mailboxes, refreshTokens } from '#db/schema/mailboxes.ts'
import { lawFirm } from '../office/law-firm.ts'
import { mailboxOffice, plainMail, startReader, statesOf, untilState } from '../mail/mailbox-reader.ts'
import { describeWithDovecot, startDovecot, type Dovecot } from '../mail/start-dovecot.ts'
import { startTokenServer, type TokenServerOptions } from '../mail/token-server.ts'
import { until } from '../until.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 })

const user = 'casos'
const first = 'refresh-of-the-settings'

describeWithDovecot('a mailbox that is opened by a token (XOAUTH2)', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })

  async function opened(options: Partial<TokenServerOptions>) {
    const tokens = await startTokenServer({ user, first, rotates: false, lasts: 3600, ...options })
    closing.push(tokens.stop)
    const server: Dovecot = await startDovecot({}, { tokenInfoUrl: tokens.tokenInfoUrl })
    closing.push(server.stop)
    const office = await mailboxOffice([server.urlOf(user)], {
      IMAP_OAUTH_TOKEN_URL: tokens.tokenUrl,
      IMAP_OAUTH_CLIENT_ID: 'app',
      IMAP_OAUTH_CLIENT_SECRET: 'app-secret',
      IMAP_OAUTH_REFRESH_TOKEN: first,
      IMAP_OAUTH_SCOPE: 'imap offline_access',
    })
    await lawFirm(office)
    const begin = () => {
      const reader = startReader(office)
      closing.push(reader.close)
      return reader
    }
    return { tokens, server, office, begin }
  }

  test('is read, and opened again by the same token while that lasts', async () => {
    const { tokens, server, office, begin } = await opened({})
    begin()
    await server.deliver(user, plainMail('una'))
    await untilState(office, 'una', 'unmatched')
    await server.kill()
    await server.start()
    await server.deliver(user, plainMail('dos'))
    await untilState(office, 'dos', 'unmatched')
    expect(tokens.issued()).toBe(1)
  })

  test('is opened by a new token when the old one has expired under it', async () => {
    const { tokens, server, office, begin } = await opened({ lasts: 2 })
    begin()
    await server.deliver(user, plainMail('una'))
    await untilState(office, 'una', 'unmatched')
    const issued = tokens.issued()
    await new Promise((resolve) => setTimeout(resolve, 2000))
    await server.kill()
    await server.start()
    await server.deliver(user, plainMail('dos'))
    await untilState(office, 'dos', 'unmatched')
    expect(tokens.issued()).toBeGreaterThan(issued)
  })

  test('is opened by the refresh token that came last, also by the process that comes after', async () => {
    const { tokens, server, office, begin } = await opened({ rotates: true })
    const before = begin()
    await server.deliver(user, plainMail('una'))
    await untilState(office, 'una', 'unmatched')
    await before.close()
    begin()
    await server.deliver(user, plainMail('dos'))
    await untilState(office, 'dos', 'unmatched')
    expect(tokens.used).toEqual([first, 'refresh-1'])
    const [kept] = await office.db.read.select().from(refreshTokens)
    expect(kept?.token).not.toContain('refresh-')
    expect(JSON.stringify(kept)).not.toContain(first)
  })

  test('whose consent was withdrawn is in trouble until it is given again', async () => {
    const { tokens, server, office, begin } = await opened({})
    tokens.refuse(true)
    await server.deliver(user, plainMail('una'))
    begin()
    const trouble = async () => (await office.db.read.select().from(mailboxes))[0]?.trouble ?? undefined
    expect(await until(trouble, 'the trouble to be noted')).toBe('login_refused')
    expect(await statesOf(office, 'una')).toEqual([])
    tokens.refuse(false)
    await untilState(office, 'una', 'unmatched')
    expect(await trouble()).toBeUndefined()
  })
})
