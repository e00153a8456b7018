import type { App, SlashCommand, webApi } from '@slack/bolt'
import { isTooLate, tryAgainAnswer } from './commands/try-again.ts'
import { wordsForChat } from './words-for-chat.ts'
import { explain } from './explain.ts'
import { identify, languageOf } from './identify.ts'
import { offerWayIn } from './install/offer-way-in.ts'
import { escape } from './mrkdwn.ts'
import { named } from './named.ts'
import { readerFor, type Reader } from './reader.ts'
import type { Answer, CommandTurn, Door } from './turn.ts'

type Act = (turn: CommandTurn, typed: string) => Promise<void>

/** Listens for slash commands, by their names: acknowledged at once, then done; what cannot be done is answered to its author alone. */
export function onCommands(door: Door, app: App, commands: Record<string, Act>): void {
  app.command(/^/, async ({ ack, command, client, context, respond }) => {
    const name = command.command
    const act = named(commands, name)
    if (!act) return
    await ack()
    await door.during(run(act))

    async function run(act: Act) {
      const who = { userId: command.user_id, tenant: command.team_id, context, client }
      const tell = (answer: Answer) => answerPrivately(answer)
      let reader: Reader | undefined
      try {
        const by = await identify(door, who)
        reader = readerFor(door.office, by)
        const interaction = `slack:${command.team_id}:${command.trigger_id}`
        const turn = {
          office: door.office,
          channelId: command.channel_id,
          chatUser: { tenant: command.team_id, userId: command.user_id },
          by,
          reader,
          client,
          interaction,
          triggerId: command.trigger_id,
          tell,
        }
        await act(turn, command.text ?? '')
      } catch (error) {
        const wayIn = await offerWayIn(door, who, error)
        if (wayIn) return tell(wayIn)
        const locale = reader?.locale ?? (await languageOf(door, who))
        if (reader && isTooLate(error)) {
          return tell(tryAgainAnswer(reader.words, name, command.text ?? ''))
        }
        const text = explain(door.office, error, wordsForChat(locale), locale)
        if (text !== null) await tell({ text: escape(text) })
      }
    }

    async function answerPrivately(answer: Answer) {
      try {
        await respond({ response_type: 'ephemeral', ...answer })
      } catch (error) {
        await postEphemeral(client, command, answer, error)
      }
    }
  })
}

/** The address to answer to is good for half an hour; the bot may also speak where it is a member. */
async function postEphemeral(
  client: webApi.WebClient,
  command: SlashCommand,
  answer: Answer,
  because: unknown,
): Promise<void> {
  const { channel_id: channel, user_id: user } = command
  await client.chat.postEphemeral({ channel, user, ...answer }).catch(() => {
    throw because
  })
}
