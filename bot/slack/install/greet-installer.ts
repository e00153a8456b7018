import { chatTenant } from '#core/members/chat-tenant.ts'
import { wayIn } from '#core/members/way-in.ts'
import { firmOf } from '#core/firms/firm.ts'
import type { Office } from '#core/office.ts'
import { localeFrom } from '#core/words/locale.ts'
import { profileOf } from '../people.ts'
import { slackClient } from '../web-client.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { offer } from './offer.ts'

type Installer = { tenant: string; userId: string; botToken: string }

/**
 * Whoever installed the app and is no member is told, directly, how they may become one: the first admin, where there is none. Should
 * that fail, `/despacho` offers the same.
 */
export async function greetInstaller(office: Office, installer: Installer): Promise<void> {
  try {
    await greet(office, installer)
  } catch (error) {
    office.log.warn({ err: error, tenant: installer.tenant }, 'whoever installed the app was not greeted')
  }
}

async function greet(office: Office, { tenant, userId, botToken }: Installer) {
  const client = slackClient(office, botToken)
  const { welcome, name, email, locale } = await profileOf(client, userId)
  const person = { platform: 'slack', tenant, userId, name, email, locale: null } as const
  const way = welcome ? await wayIn(office.db.read, person) : null
  if (!way) return
  const connected = await chatTenant(office, { platform: 'slack', tenant })
  const firm = await firmOf(office.db.read, connected?.firmId ?? '')
  const { channel } = await client.conversations.open({ users: userId })
  const answer = offer(wordsForChat(localeFrom(locale, firm.locale)), way, person)
  await client.chat.postMessage({ channel: channel?.id ?? userId, ...answer })
}
