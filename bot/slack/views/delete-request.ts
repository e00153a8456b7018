import type { Communication } from '#core/matters/communication.ts'
import { deleteRequest } from '#core/requests/delete-request.ts'
import { divider, modal, section, type Modal } from '../blocks.ts'
import { bold } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import type { RequestEntry } from './communication-entries.ts'
import { backToCommunication } from './communication.ts'
import { subjectIn, type Subject } from './subject-metadata.ts'

/** The last question before a request is gone for clients. */
export function deleteRequestView(
  { words }: Reader,
  matter: Communication['matter'],
  entry: RequestEntry,
): Modal {
  const subject: Subject = { matterId: matter.id, id: entry.id }
  return modal({
    callbackId: 'request_delete',
    title: words.titles.requestDelete,
    submit: words.buttons.menu.delete,
    close: words.buttons.cancel,
    metadata: JSON.stringify(subject),
    blocks: [section(words.confirm.delete.request), divider, section(bold(entry.title))],
  })
}

/** Deletes it; the communication shows without it. */
export async function submitDeletedRequest(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, interaction, view } = turn
  const { matterId, id: requestId } = subjectIn(view.private_metadata)
  await deleteRequest(office, { by, requestId, interaction })
  return backToCommunication(turn, matterId)
}
