import type { App, MessageShortcut } from '@slack/bolt'
import { explain } from './explain.ts'
import { identify, languageOf } from './identify.ts'
import { escape } from './mrkdwn.ts'
import { readerFor, type Reader } from './reader.ts'
import type { Door, MessageTurn } from './turn.ts'
import { wordsForChat } from './words-for-chat.ts'

/** Listens for a shortcut that is picked from a message's menu: acknowledged at once, then done. */
export function onMessageShortcut(
  door: Door,
  app: App,
  callbackId: string,
  act: (turn: MessageTurn) => Promise<void>,
): void {
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: callbackId }, async (args) => {
    const { ack, shortcut, client, context, respond } = args
    await ack()
    await door.during(run())

    async function run() {
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
