import type { App, BlockAction } from '@slack/bolt'
import { isRefusal, NotAMember } from '#core/errors.ts'
import { askToBeLinked } from '#core/members/ask-to-be-linked.ts'
import { becomeFirstAdmin } from '#core/members/become-first-admin.ts'
import { linkYourself } from '#core/members/link-yourself.ts'
import type { ChatPerson } from '#core/members/way-in.ts'
import type { Office } from '#core/office.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { section } from '../blocks.ts'
import { explain } from '../explain.ts'
import { languageOf } from '../identify.ts'
import { escape, safe } from '../mrkdwn.ts'
import { named } from '../named.ts'
import type { Door } from '../turn.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { newcomer } from './newcomer.ts'

type Pressed = { office: Office; person: ChatPerson; value: string }
type Joining = ChatWords['install']['joining']

/** What each button does, by the id of its action, and says when it is done. Who presses again is told the same again. */
export const consents: Record<string, (pressed: Pressed, words: Joining) => Promise<string>> = {
  link_me: async ({ office, person, value }, words) => {
    const { name, firm } = await linkYourself(office, { person, memberId: value })
    return words.linked({ name: safe(name, 200), firm: safe(firm, 200) })
  },
  link_ask: async ({ office, person, value }, words) => {
    await askToBeLinked(office, { person, memberId: value })
    return words.asked
  },
  first_admin: async ({ office, person }, words) => {
    const { firm } = await becomeFirstAdmin(office, { person })
    return words.nowAdmin({ firm: safe(firm, 200) })
  },
}

/** Listens for the buttons with which somebody who is no member yet becomes one. */
export function onConsent(door: Door, app: App): void {
  app.action<BlockAction>({ type: 'block_actions' }, async (args) => {
    const { ack, action, body, client, context, respond } = args
    const consent = named(consents, action.action_id)
    if (!consent) return
    await ack()
    const who = { userId: body.user.id, tenant: body.user.team_id ?? body.team?.id, context, client }
    const words = wordsForChat(await languageOf(door, who))
    const text = await pressed(door, words, async () => {
      const person = await newcomer(who)
      const value = 'value' in action && typeof action.value === 'string' ? action.value : ''
      return consent({ office: door.office, person, value }, words.install.joining)
    })
    if (text !== null) await respond({ replace_original: true, text, blocks: [section(text)] })
  })
}

async function pressed(door: Door, words: ChatWords, act: () => Promise<string>): Promise<string | null> {
  try {
    return await act()
  } catch (error) {
    if (isRefusal(error) && !(error instanceof NotAMember)) return words.install.joining.over
    const text = explain(door.office, error, words, 'en')
    return text === null ? null : escape(text)
  }
}
