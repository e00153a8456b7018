import { decideQuarantine } from '#core/replies/quarantine/decide-quarantine.ts'
import { placesForMail } from '#core/replies/quarantine/places-for-mail.ts'
import { suggestedOf, type MailPlace } from '#core/replies/quarantine/places-of-client.ts'
import type { QuarantineReason } from '#core/replies/inbound/authorise.ts'
import { context, input, modal, option, plain, section, type Modal } from '../blocks.ts'
import { escape } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { chosen } from '../views/form-values.ts'

/** Asks which request a mail answers that was matched to nothing and, where a member sent it on, whose it is. */
export async function openForwardPlace(turn: ClickTurn): Promise<void> {
  const { office, by, reader, value: inboundId } = turn
  await show(
    turn,
    placesForMail(office, { by, inboundId }).then((places) => forwardPlaceForm(reader, inboundId, places)),
  )
}

/** The requests it may answer, with why it is asked; the suggested one is picked where it is one. */
export function forwardPlaceForm(
  { words }: Reader,
  inboundId: string,
  { reason, places }: { reason: QuarantineReason; places: MailPlace[] },
): Modal {
  const { messages, buttons, notes } = words
  const options = places.map(({ requestId, clientId, client, title, matter, suggested }) =>
    option(
      `${client} · ${title}`,
      `${requestId}:${clientId}`,
      suggested ? messages.suggested({ matter: matter.title }) : matter.title,
    ),
  )
  const suggested = suggestedOf(places)
  const initial = suggested ? options[places.indexOf(suggested)] : undefined
  const isForwarded = reason === 'from_member'
  return modal({
    callbackId: 'forward_place',
    title: isForwarded ? messages.whoseTitle : messages.placeTitle,
    ...(options.length > 0 ? { submit: buttons.accept } : {}),
    close: buttons.cancel,
    metadata: inboundId,
    blocks:
      options.length === 0
        ? [section(escape(isForwarded ? messages.noRequest : messages.noRequestOfClient))]
        : [
            context(escape(notes.quarantineReasons[reason])),
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
