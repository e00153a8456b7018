import { NotAMember } from '#core/errors.ts'
import { wayIn } from '#core/members/way-in.ts'
import { chatTenant } from '#core/members/chat-tenant.ts'
import { firmOf } from '#core/firms/firm.ts'
import { localeFrom } from '#core/words/locale.ts'
import { languageOf, type Somebody } from '../identify.ts'
import type { Answer, Door } from '../turn.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { newcomer } from './newcomer.ts'
import { offer } from './offer.ts'

/**
 * What somebody is told who was refused as no member: how they may become one, or that their workspace is not connected. Null where
 * there is nothing to offer: to guests, strangers, and whoever was refused for anything else.
 */
export async function offerWayIn(door: Door, who: Somebody, refused: unknown): Promise<Answer | null> {
  if (!(refused instanceof NotAMember)) return null
  const { teamId, botToken } = who.context
  if (teamId !== undefined && botToken === undefined) return notConnected(door, teamId)
  try {
    const person = await newcomer(who)
    const way = await wayIn(door.office.db.read, person)
    return way && offer(wordsForChat(await languageOf(door, who)), way, person)
  } catch (error) {
    if (!(error instanceof NotAMember)) door.office.log.error({ err: error }, 'no way in could be offered')
    return null
  }
}

async function notConnected({ office }: Door, tenant: string): Promise<Answer | null> {
  const found = await chatTenant(office, { platform: 'slack', tenant })
  if (!found) return null
  const { locale } = await firmOf(office.db.read, found.firmId)
  return { text: wordsForChat(localeFrom(locale, 'en')).install.joining.disconnected }
}
