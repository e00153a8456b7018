import { z } from 'zod'
import { channelFor, type ChannelFor } from '#core/matters/channels/channel-for.ts'
import { linkChannel } from '#core/matters/channels/link-channel.ts'
import { unlinkChannel } from '#core/matters/channels/unlink-channel.ts'
import { actions, button, context, input, modal, section, type Block, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { communicationState, communicationView, refreshBelow } from '../views/communication.ts'
import { conversation } from '../views/form-values.ts'
import { matterLine } from '../views/matter-line.ts'
import { noticeView } from '../views/notice.ts'
import { fitnessOf } from './fitness.ts'

const platform = 'slack'
const metadata = z.object({ matterId: z.string() })

/** From a matter's communication: its channel; the one in which the communication was asked for is offered. */
export async function openChannelForm(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: matterId, view } = turn
  const typedIn = (view && communicationState(view.private_metadata).channel) ?? null
  const found = channelFor(office, { by, matterId, platform })
  await show(
    turn,
    found.then((channel) => channelForm(reader, channel, typedIn)),
  )
}

/** The matter's channel, if it has one, and a way to another. Slack offers no channel that outsiders share. */
export function channelForm(reader: Reader, { matter, link }: ChannelFor, typedIn: string | null): Modal {
  const { words } = reader
  const { channels } = words
  const initial = link?.channel ?? typedIn
  const field = input('channel', channels.field, {
    type: 'conversations_select',
    action_id: 'channel',
    placeholder: { type: 'plain_text', text: channels.fieldHint },
    filter: {
      include: ['public', 'private'],
      exclude_external_shared_channels: true,
      exclude_bot_users: true,
    },
    ...(initial && /^[CG]/.test(initial) && { initial_conversation: initial }),
  })
  return modal({
    callbackId: 'matter_channel',
    title: channels.title,
    close: words.buttons.close,
    ...(matter.sensitive ? {} : { submit: channels.buttons.link }),
    metadata: JSON.stringify({ matterId: matter.id } satisfies z.infer<typeof metadata>),
    blocks: [
      context(matterLine(words, matter)),
      ...linkBlocks(reader, matter.id, link),
      ...(matter.sensitive ? [section(channels.sensitive)] : [section(channels.how), field]),
    ],
  })
}

function linkBlocks({ words: { channels } }: Reader, matterId: string, link: ChannelFor['link']): Block[] {
  if (!link) return [section(channels.none)]
  return [
    section(channels.linkedTo({ channel: `<#${link.channel}>` })),
    ...(link.held ? [context(channels.held[link.held])] : []),
    actions('matter_channel', [button('matter_channel_unlink', channels.buttons.unlink, matterId)]),
  ]
}

/** Links the channel that was picked, if only the firm reads there and the app is in it; the view says so. */
export async function submitChannel(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view, client, chatUser, interaction } = turn
  const { words } = reader
  const { refusals, done } = words.channels
  const channel = conversation(view, 'channel')
  const { matterId } = metadata.parse(JSON.parse(view.private_metadata))
  const refused = (text: string): SubmitAnswer => ({ response_action: 'errors', errors: { channel: text } })
  if (!channel) return refused(words.refusals.textMissing)
  const fitness = await fitnessOf(client, channel)
  if (fitness === 'no_channel') return refused(refusals.notAChannel)
  if (fitness === 'shared') return refused(refusals.shared)
  if (fitness === 'outside') return refused(refusals.invite)
  const where = { platform, tenant: chatUser.tenant, channel } as const
  await linkChannel(office, { by, matterId, where, interaction })
  refreshBelow(turn, matterId)
  const said = section(done.linked({ channel: `<#${channel}>` }))
  return { response_action: 'update', view: { ...noticeView(words, words.titles.done, ''), blocks: [said] } }
}

/** Lets the channel go; the form says that there is none. */
export async function unlink(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: matterId, view, client } = turn
  if (!view) return
  await unlinkChannel(office, { by, matterId, platform })
  const { words } = reader
  const { done } = words.channels
  await client.views.update({ view_id: view.id, view: noticeView(words, words.titles.done, done.unlinked) })
  const below = view.previous_view_id
  if (below) await client.views.update({ view_id: below, view: await communicationView(turn, { matterId }) })
}
