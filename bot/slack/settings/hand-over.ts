import { chargeOf, type ChargeOf } from '#core/members/charge-of.ts'
import { handOver } from '#core/members/hand-over.ts'
import { listMembers } from '#core/members/list-members.ts'
import { context, input, modal, section, type Modal } from '../blocks.ts'
import { safe } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { allChosen, chosen } from '../views/form-values.ts'
import { matterOption } from '../views/matter-line.ts'
import { memberField } from './member-field.ts'
import { backTo, overSettings, whence, type OverSettings } from './over-settings.ts'

/** How many options a select of Slack's holds. */
const mostOptions = 100

/** From the settings, or from the list of people: somebody's matters, to be handed over. */
export async function openHandOver(turn: ClickTurn, memberId = turn.value): Promise<void> {
  const { office, by, reader } = turn
  await show(
    turn,
    chargeOf(office, { by, memberId }).then((charge) => handOverForm(reader, charge, whence(turn))),
  )
}

/** To whom, and which: all, unless some are picked. */
export function handOverForm(reader: Reader, charge: ChargeOf, over: OverSettings['over']): Modal {
  const { words } = reader
  const { fields, titles, handOverHow, notAllShown } = words.settings
  const { memberId, name, matters } = charge
  const options = matters.slice(0, mostOptions).map((matter) => matterOption(words, matter))
  const select = { type: 'multi_static_select', action_id: 'matters', options } as const
  const which = input('matters', fields.matters, select, { optional: true, hint: fields.mattersHint })
  return modal({
    callbackId: 'settings_hand_over',
    title: titles.handOver,
    submit: words.settings.buttons.handOver,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over, memberId } satisfies OverSettings),
    blocks: [
      section(handOverHow({ name: safe(name, 200), count: matters.length })),
      memberField(words, 'to', fields.to),
      ...(options.length > 0 ? [which] : []),
      ...(matters.length > options.length ? [context(notAllShown({ shown: options.length }))] : []),
    ],
  })
}

/** Hands them over, once however often it is sent. */
export async function submitHandOver(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { over, memberId: fromId = by.memberId } = overSettings(view.private_metadata)
  const toId = chosen(view, 'to') ?? ''
  const picked = allChosen(view, 'matters') ?? []
  const to = (await listMembers(office, { by })).find((one) => one.memberId === toId)?.name ?? ''
  const matterIds = picked.length > 0 ? picked : null
  const { matters } = await handOver(office, { by, fromId, toId, matterIds, interaction })
  return backTo(turn, over, reader.words.settings.handedOver({ count: matters, to }))
}
