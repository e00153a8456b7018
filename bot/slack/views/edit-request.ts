import type { MatterShown } from '#core/matters/communication/matter-shown.ts'
import { requestInMatter } from '#core/matters/communication/requests-shown.ts'
import { editRequest } from '#core/requests/edit-request.ts'
import { parseItems } from '#core/requests/parse-items.ts'
import { modal, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import type { RequestEntry } from './communication-entries.ts'
import { refreshBelow } from './communication.ts'
import { chosen, day, typed } from './form-values.ts'
import { itemsTyped } from './items-fields.ts'
import { checklistLines, mergeItems } from './merge-items.ts'
import { requestFields } from './request-documents.ts'
import { savedView } from './sent.ts'
import { subjectIn, type Subject } from './subject-metadata.ts'
import { tellAgainBlock } from './tell-again.ts'

/** The request as it stands, to be changed. */
export function editRequestForm(reader: Reader, matter: MatterShown, entry: RequestEntry): Modal {
  const { words } = reader
  const subject: Subject = { matterId: matter.id, id: entry.id }
  const { title, details, dueOn } = entry
  const items = checklistLines(entry.items, words.practice.items.marks)
  return modal({
    callbackId: 'request_edit',
    title: words.titles.requestEdit,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify(subject),
    blocks: [
      ...requestFields(reader, { title, details, dueOn, items }),
      ...(entry.announced && !matter.hidden ? [tellAgainBlock(reader)] : []),
    ],
  })
}

/** Saves the change, and mails it when that was chosen. Lines left as they were keep their answers. */
export async function submitEditedRequest(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { matterId, id: requestId } = subjectIn(view.private_metadata)
  const { request } = await requestInMatter(office, { by, matterId, requestId })
  const edited = await editRequest(office, {
    by,
    requestId,
    title: typed(view, 'title'),
    details: typed(view, 'details'),
    dueOn: day(view, 'due'),
    items: mergeItems(request.items, parseItems(itemsTyped(view)), reader.words.practice.items.marks),
    tellAgain: chosen(view, 'announce') === 'tell',
    interaction,
  })
  refreshBelow(turn, matterId)
  return { response_action: 'update', view: savedView(reader, edited, { kind: 'request', id: requestId }) }
}
