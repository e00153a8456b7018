import type { Communication } from '#core/matters/communication.ts'
import { cancelRequest } from '#core/requests/cancel-request.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { divider, input, modal, option, section, type Block, type Modal } from '../blocks.ts'
import { bold } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import type { RequestEntry } from './communication-entries.ts'
import { backToCommunication } from './communication.ts'
import { chosen } from './form-values.ts'
import { subjectIn, type Subject } from './subject-metadata.ts'

/** Whether the clients are told that nothing needs to be sent any more. */
export function tellCancelledField({ choices, fields }: ChatWords): Block {
  const tell = option(choices.tellCancelled, 'tell')
  return input('announce', fields.tellCancelled, {
    type: 'radio_buttons',
    action_id: 'announce',
    options: [tell, option(choices.quietCancelled, 'quiet')],
    initial_option: tell,
  })
}

/** Asks before a request is cancelled. */
export function cancelRequestView(
  { words }: Reader,
  matter: Communication['matter'],
  entry: RequestEntry,
): Modal {
  const subject: Subject = { matterId: matter.id, id: entry.id }
  return modal({
    callbackId: 'request_cancel',
    title: words.titles.requestCancel,
    submit: words.buttons.menu.cancel,
    close: words.buttons.close,
    metadata: JSON.stringify(subject),
    blocks: [
      section(words.confirm.cancel),
      divider,
      section(bold(entry.title)),
      ...(entry.announced && !matter.hidden ? [tellCancelledField(words)] : []),
    ],
  })
}

/** Cancels it; the communication shows so. */
export async function submitCancelledRequest(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, interaction, view } = turn
  const { matterId, id: requestId } = subjectIn(view.private_metadata)
  await cancelRequest(office, { by, requestId, tell: chosen(view, 'announce') === 'tell', interaction })
  return backToCommunication(turn, matterId)
}
