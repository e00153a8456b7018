import type { App, MessageShortcut } from '@slack/bolt'
import { explain } from './explain.ts'
import { identify, languageOf } from './identify.ts'
import { escape } from './mrkdwn.ts'
import { named } from './named.ts'
import { readerFor, type Reader } from './reader.ts'
import type { Door, MessageTurn } from './turn.ts'
import { wordsForChat } from './words-for-chat.ts'

type Act = (turn: MessageTurn) => Promise<void>

/** Listens for shortcuts that are picked from a message's menu, by their callback ids: acknowledged at once, then done. */
export function onMessageShortcuts(door: Door, app: App, acts: Record<string, Act>): void {
  app.shortcut<MessageShortcut>({ type: 'message_action' }, async (args) => {
    const { ack, shortcut, client, context, respond } = args
    const act = named(acts, shortcut.callback_id)
    if (!act) return
    await ack()
    await door.during(run(act))

    async function run(act: Act) {
      const { id: userId, team_id: team } = shortcut.user
      const who = { userId, tenant: team ?? shortcut.team?.id, context, client }
      const tell = async (text: string) => {
        await respond({ response_type: 'ephemeral', replace_original: false, text: escape(text) })
      }
      let reader: Reader | undefined
      try {
        const by = await identify(door, who)
        reader = readerFor(door.office, by)
        const chatUser = { tenant: context.teamId ?? who.tenant ?? '', userId }
        const interaction = `slack:${chatUser.tenant}:${shortcut.trigger_id}`
        const about = { message: shortcut.message, channelId: shortcut.channel.id }
        const place = { client, triggerId: shortcut.trigger_id }
        await act({ office: door.office, by, reader, chatUser, interaction, ...place, ...about, tell })
      } catch (error) {
        const locale = reader?.locale ?? (await languageOf(door, who))
        const text = explain(door.office, error, wordsForChat(locale), locale)
        if (text !== null) await tell(text)
      }
    }
  })
}
