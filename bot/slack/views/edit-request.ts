import { NotFound } from '#core/errors.ts'
import { communicationOf, type Communication } from '#core/matters/communication.ts'
import { editRequest } from '#core/requests/edit-request.ts'
import { parseItems } from '#core/requests/parse-items.ts'
import { modal, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import type { RequestEntry } from './communication-entries.ts'
import { refreshBelow } from './communication.ts'
import { chosen, day, typed } from './form-values.ts'
import { checklistLines, mergeItems } from './merge-items.ts'
import { requestFields } from './request-documents.ts'
import { savedView } from './sent.ts'
import { subjectIn, type Subject } from './subject-metadata.ts'
import { tellAgainBlock } from './tell-again.ts'

/** What Slack lets somebody type into one field. */
const longestField = 3000

/** The request as it stands, to be changed; a checklist too long for a field of Slack's stays as it is. */
export function editRequestForm(reader: Reader, matter: Communication['matter'], entry: RequestEntry): Modal {
  const { words } = reader
  const subject: Subject = { matterId: matter.id, id: entry.id }
  const { title, details, dueOn } = entry
  const items = checklistLines(entry.items, words.practice.items.marks)
  const blocks = requestFields(reader, { title, details, dueOn, items: items.slice(0, longestField) })
  const shown = items.length > longestField ? blocks.filter((block) => block.block_id !== 'items') : blocks
  return modal({
    callbackId: 'request_edit',
    title: words.titles.requestEdit,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify(subject),
    blocks: [...shown, ...(entry.announced && !matter.hidden ? [tellAgainBlock(reader)] : [])],
  })
}

/** Saves the change, and mails it when that was chosen. Lines left as they were keep their answers. */
export async function submitEditedRequest(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { matterId, id: requestId } = subjectIn(view.private_metadata)
  const { requests } = await communicationOf(office, { by, matterId })
  const entry = requests.find((request) => request.id === requestId)
  if (!entry) throw new NotFound()
  const asks = 'items' in view.state.values
  const edited = await editRequest(office, {
    by,
    requestId,
    title: typed(view, 'title'),
    details: typed(view, 'details'),
    dueOn: day(view, 'due'),
    items: asks
      ? mergeItems(entry.items, parseItems(typed(view, 'items')), reader.words.practice.items.marks)
      : entry.items,
    tellAgain: chosen(view, 'announce') === 'tell',
    interaction,
  })
  refreshBelow(turn, matterId)
  return { response_action: 'update', view: savedView(reader, edited, { kind: 'request', id: requestId }) }
}
