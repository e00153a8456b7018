import type { App, GlobalShortcut } from '@slack/bolt'
import { despachoCommand } from './commands/despacho.ts'
import { isTooLate, tryAgainAnswer } from './commands/try-again.ts'
import { explain } from './explain.ts'
import { identify, languageOf } from './identify.ts'
import { offerWayIn } from './install/offer-way-in.ts'
import { named } from './named.ts'
import { readerFor, type Reader } from './reader.ts'
import { open } from './show.ts'
import type { CommandTurn, Door } from './turn.ts'
import { noticeView } from './views/notice.ts'
import { wordsForChat } from './words-for-chat.ts'

/** Listens for shortcuts that can be picked anywhere: each is a subcommand of which nothing more is said, by its callback id. */
export function onShortcuts(door: Door, app: App, subcommands: Record<string, string>): void {
  app.shortcut<GlobalShortcut>({ type: 'shortcut' }, async (args) => {
    const { ack, shortcut, client, context } = args
    const subcommand = named(subcommands, shortcut.callback_id)
    if (subcommand === undefined) return
    await ack()
    await door.during(run(subcommand))

    async function run(subcommand: string) {
      const { id: userId, team_id: team } = shortcut.user
      const who = { userId, tenant: team ?? shortcut.team?.id, context, client }
      const place = { client, triggerId: shortcut.trigger_id }
      const chatUser = { tenant: context.teamId ?? who.tenant ?? '', userId }
      const tell: CommandTurn['tell'] = async (answer) => {
        const { channel } = await client.conversations.open({ users: userId })
        if (channel?.id) await client.chat.postMessage({ channel: channel.id, ...answer })
      }
      let reader: Reader | undefined
      try {
        const by = await identify(door, who)
        reader = readerFor(door.office, by)
        const interaction = `slack:${chatUser.tenant}:${shortcut.trigger_id}`
        const turn = {
          office: door.office,
          by,
          reader,
          chatUser,
          interaction,
          channelId: null,
          ...place,
          tell,
        }
        await despachoCommand(turn, subcommand)
      } catch (error) {
        const locale = reader?.locale ?? (await languageOf(door, who))
        const words = wordsForChat(locale)
        if (reader && isTooLate(error)) return tell(tryAgainAnswer(words, '/despacho', subcommand))
        const wayIn = await offerWayIn(door, who, error)
        if (wayIn) return tell(wayIn)
        const text = explain(door.office, error, words, locale)
        if (text === null) return
        await open(place, noticeView(words, words.titles.notDone, text)).catch((late: unknown) => {
          door.office.log.warn({ err: late }, 'somebody could not be told why a shortcut did nothing')
        })
      }
    }
  })
}
