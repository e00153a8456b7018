import { decideQuarantine } from '#core/replies/quarantine/decide-quarantine.ts'
import { requestsForForward, type ForwardPlace } from '#core/replies/quarantine/requests-for-forward.ts'
import { input, modal, option, plain, section, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show, type ClickTurn, type SubmitTurn } from '../turn.ts'
import { chosen } from '../views/form-values.ts'

/** Asks whose it is, what a member sent on, and which request it answers. */
export async function openForwardPlace(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: inboundId } = turn
  await show(turn, forwardPlaceForm(reader, inboundId, await requestsForForward(office, { by, inboundId })))
}

/** The requests it may answer; the one of the client it names is picked where it is one. */
export function forwardPlaceForm({ words }: Reader, inboundId: string, places: ForwardPlace[]): Modal {
  const { messages, buttons } = words
  const options = places.map(({ requestId, clientId, client, title, matter }) =>
    option(`${client} · ${title}`, `${requestId}:${clientId}`, matter.title),
  )
  const suggested = places.findIndex((place) => place.suggested)
  const isOnly = places.filter((place) => place.suggested).length === 1
  const initial = isOnly ? options[suggested] : undefined
  return modal({
    callbackId: 'forward_place',
    title: messages.whoseTitle,
    ...(options.length > 0 ? { submit: buttons.accept } : {}),
    close: buttons.cancel,
    metadata: inboundId,
    blocks:
      options.length === 0
        ? [section(escape(messages.noRequest))]
        : [
            input('place', messages.whichRequest, {
              type: 'static_select',
              action_id: 'place',
              placeholder: plain(messages.whichRequest, 150),
              options,
              ...(initial && { initial_option: initial }),
            }),
          ],
  })
}

/** It counts as that client's answer; its message is brought up to date through the outbox. */
export async function submitForwardPlace(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction } = turn
  const [requestId = '', clientId = ''] = (chosen(view, 'place') ?? '').split(':')
  await decideQuarantine(office, {
    by,
    inboundId: view.private_metadata,
    decision: 'accepted',
    place: { requestId, clientId },
    interaction,
  })
  return null
}
