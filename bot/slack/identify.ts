import type { Context, webApi } from '@slack/bolt'
import { NotAMember } from '#core/errors.ts'
import { firmOf } from '#core/firms/firm.ts'
import type { MemberActor } from '#core/members/actor.ts'
import { chatTenant } from '#core/members/chat-tenant.ts'
import { memberFromChat } from '#core/members/member-from-chat.ts'
import { localeFrom, type Locale } from '#core/words/locale.ts'
import type { Profile } from './people.ts'
import { noteVoidToken } from './tenants.ts'
import type { Door } from './turn.ts'

/** Who touched something in Slack, as the signed request says. */
export type Somebody = {
  userId: string
  /** The user's own workspace; in a channel shared between workspaces not always the one the request came from. */
  tenant: string | undefined
  context: Context
  client: webApi.WebClient
}

type Of = Pick<Somebody, 'tenant'> & { context: Pick<Context, 'teamId' | 'enterpriseId' | 'botToken'> }

/** The member who acts. Throws NotAMember for guests, bots, strangers and people of other workspaces. */
export async function identify(door: Door, who: Somebody): Promise<MemberActor> {
  const tenant = workspaceOf(who)
  if (tenant === null) throw new NotAMember()
  const profile = await profileFor(door, who, tenant)
  if (!profile.welcome) throw new NotAMember()
  const user = { platform: 'slack', tenant, userId: who.userId, profileLocale: profile.locale } as const
  return memberFromChat(door.office, user)
}

/**
 * The workspace a request came from, when its user belongs there and the app has a token for it; else null. Of people in an
 * organisation (Enterprise Grid) Slack may name the organisation in place of their workspace.
 */
export function workspaceOf({ tenant, context }: Of): string | null {
  const { teamId, enterpriseId, botToken } = context
  if (tenant === undefined || teamId === undefined || botToken === undefined) return null
  return tenant === teamId || tenant === enterpriseId ? teamId : null
}

/** What Slack says about them; a workspace whose token proves void is disconnected. */
async function profileFor(door: Door, who: Somebody, tenant: string): Promise<Profile> {
  try {
    return await door.people.now(who.client, tenant, who.userId)
  } catch (error) {
    await noteVoidToken(door.office, tenant, who.context.botToken, error)
    throw error
  }
}

/** The language in which somebody who is no member is refused: their profile's, else the firm's, else English. */
export async function languageOf(door: Door, who: Somebody): Promise<Locale> {
  const tenant = workspaceOf(who)
  if (tenant === null) return 'en'
  try {
    const { locale } = await door.people.lately(who.client, tenant, who.userId)
    const found = await chatTenant(door.office, { platform: 'slack', tenant })
    const firm = found && (await firmOf(door.office.db.read, found.firmId))
    return localeFrom(locale, firm?.locale ?? 'en')
  } catch {
    return 'en'
  }
}
