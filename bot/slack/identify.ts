import type { Context, webApi } from '@slack/bolt'
import { NotAMember } from '#core/errors.ts'
import { firmOf } from '#core/firms/firm.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { chatTenant } from '#core/members/chat-tenant.ts'
import { memberFromChat } from '#core/members/member-from-chat.ts'
import { localeFrom, type Locale } from '#core/words/locale.ts'
import type { Door } from './turn.ts'

/** Who touched something in Slack, as the signed request says. */
export type Somebody = {
  userId: string
  /** The user's own workspace; in a channel shared between workspaces not always the one the request came from. */
  tenant: string | undefined
  context: Context
  client: webApi.WebClient
}

/** The member who acts. Throws NotAMember for guests, bots, strangers and people of other workspaces. */
export async function identify(door: Door, who: Somebody): Promise<MemberActor> {
  const { tenant, userId, context } = who
  if (tenant === undefined || tenant !== context.teamId || context.botToken === undefined)
    throw new NotAMember()
  const profile = await door.people(who.client, tenant, userId)
  if (!profile.welcome) throw new NotAMember()
  return memberFromChat(door.office, { platform: 'slack', tenant, userId, profileLocale: profile.locale })
}

/** The language in which somebody who is no member is refused: their profile's, else the firm's, else English. */
export async function languageOf(door: Door, who: Somebody): Promise<Locale> {
  const { tenant, userId, context, client } = who
  if (tenant === undefined || tenant !== context.teamId || context.botToken === undefined) return 'en'
  try {
    const { locale } = await door.people(client, tenant, userId)
    const found = await chatTenant(door.office, { platform: 'slack', tenant })
    const firm = found && (await firmOf(door.office.db.read, found.firmId))
    return localeFrom(locale, firm?.locale ?? 'en')
  } catch {
    return 'en'
  }
}
