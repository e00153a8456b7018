import type { App, BlockAction, BlockElementAction, RespondFn } from '@slack/bolt'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { wordsForChat } from './words-for-chat.ts'
import { isTooLate } from './commands/try-again.ts'
import { explain } from './explain.ts'
import { refreshHome } from './home/publish-home.ts'
import { identify, languageOf } from './identify.ts'
import { escape } from './mrkdwn.ts'
import { named } from './named.ts'
import { readerFor, type Reader } from './reader.ts'
import { open } from './show.ts'
import type { ClickTurn, Door } from './turn.ts'
import { noticeView } from './views/notice.ts'

type Act = (turn: ClickTurn) => Promise<void>

/** Listens for buttons, menus and selects, by the ids of their actions: acknowledged at once, then done. */
export function onClicks(door: Door, app: App, clicks: Record<string, Act>): void {
  app.action<BlockAction>({ type: 'block_actions' }, async (args) => {
    const { ack, body, action, client, context, respond } = args
    const act = named(clicks, action.action_id)
    if (!act) return
    await ack()
    await door.during(run(act))

    async function run(act: Act) {
      const tenant = body.user.team_id ?? body.team?.id
      const who = { userId: body.user.id, tenant, context, client }
      const view = body.view ?? null
      const chatUser = { tenant: context.teamId ?? tenant ?? '', userId: body.user.id }
      const place = { client, triggerId: body.trigger_id, view }
      const channelId = body.channel?.id ?? null
      const common = { office: door.office, chatUser, channelId, ...place, value: valueOf(action) }
      const picked = (blockId: string) => pickedIn(body, blockId)
      const interaction = `slack:${tenant}:${placeOf(body)}:${action.action_ts}:${body.user.id}`
      let reader: Reader | undefined
      try {
        const by = await identify(door, who)
        reader = readerFor(door.office, by)
        const tell = (text: string) => tellAlone(args, text, by.locale)
        await act({ ...common, by, reader, interaction, picked, tell })
        await refreshHome(door, { ...common, by, reader })
      } catch (error) {
        const locale = reader?.locale ?? (await languageOf(door, who))
        const text = explain(door.office, error, wordsForChat(locale), locale)
        if (text !== null) await tellAlone({ body, client, respond }, text, locale)
      }
    }
  })
}

type Asked = { body: BlockAction; client: ClickTurn['client']; respond: RespondFn }

async function tellAlone({ body, client, respond }: Asked, text: string, locale: ClickTurn['by']['locale']) {
  const words = wordsForChat(locale)
  if (body.view) {
    await tellOver(body, client, words, text)
    return
  }
  const answer = { text: escape(text) }
  if (body.response_url) {
    const responded = await respond({ response_type: 'ephemeral', replace_original: false, ...answer }).catch(
      () => null,
    )
    if (responded) return
  }
  if (body.channel)
    await client.chat.postEphemeral({ channel: body.channel.id, user: body.user.id, ...answer })
}

/** Over the view, or, when Slack waits no longer, in its place; a home stays, as does a form, and it is said beside them. */
async function tellOver(
  { user, view, trigger_id: triggerId }: BlockAction,
  client: ClickTurn['client'],
  words: ChatWords,
  text: string,
): Promise<void> {
  const notice = noticeView(words, words.titles.notDone, text)
  try {
    await open({ client, triggerId, view: view ?? null }, notice)
  } catch (error) {
    if (!isTooLate(error) || !view) throw error
    if (view.type !== 'home' && !view.submit) {
      await client.views.update({ view_id: view.id, view: notice })
      return
    }
    const { channel } = await client.conversations.open({ users: user.id })
    if (channel?.id) await client.chat.postMessage({ channel: channel.id, text: escape(text) })
  }
}

/** A message is known by its channel and time, a modal by its id. */
function placeOf(body: BlockAction): string {
  if (body.view) return body.view.id
  return `${body.channel?.id ?? ''}:${body.message?.ts ?? body.container.message_ts ?? body.trigger_id}`
}

function valueOf(action: BlockElementAction): string {
  if ('selected_option' in action) return action.selected_option?.value ?? ''
  return 'value' in action ? (action.value ?? '') : ''
}

function pickedIn(body: BlockAction, blockId: string): string | null {
  const values = body.state?.values ?? body.view?.state.values ?? {}
  const [value] = Object.values(values[blockId] ?? {})
  return value?.selected_option?.value ?? null
}
