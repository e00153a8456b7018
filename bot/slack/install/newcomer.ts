import { NotAMember } from '#core/errors.ts'
import type { ChatPerson } from '#core/members/way-in.ts'
import { localeFrom } from '#core/words/locale.ts'
import { workspaceOf, type Somebody } from '../identify.ts'
import { profileOf } from '../people.ts'

/**
 * Somebody of a firm's workspace whom the firm need not know, as Slack has them at this moment: an address that was changed
 * a minute ago counts as changed. Throws NotAMember for guests, bots, strangers and people of other workspaces.
 */
export async function newcomer(who: Somebody): Promise<ChatPerson> {
  const tenant = workspaceOf(who)
  if (tenant === null) throw new NotAMember()
  const { welcome, name, email, locale } = await profileOf(who.client, who.userId)
  if (!welcome) throw new NotAMember()
  const language = locale ? localeFrom(locale, 'en') : null
  return { platform: 'slack', tenant, userId: who.userId, name, email, locale: language }
}
