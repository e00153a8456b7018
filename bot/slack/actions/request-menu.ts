import { requestInMatter } from '#core/matters/communication/requests-shown.ts'
import { takeBack } from '#core/matters/take-back.ts'
import { remindNow } from '#core/reminders/remind-now.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { cancelRequestView } from '../views/cancel-request.ts'
import { communicationState } from '../views/communication.ts'
import { deleteRequestView } from '../views/delete-request.ts'
import { editRequestForm } from '../views/edit-request.ts'
import { evidenceView } from '../views/evidence.ts'
import { renderItems } from '../views/items.ts'
import { refreshCommunication } from './refresh-communication.ts'

/** The ⋯ menu of a request; its value is the choice and the request's id. */
export async function requestMenu(turn: ClickTurn): Promise<void> {
  const { office, by, reader, interaction } = turn
  if (!turn.view) return
  const [choice, requestId = ''] = turn.value.split(':')
  if (choice === 'remind') {
    const { told } = await remindNow(office, { by, requestId, interaction })
    return refreshCommunication(turn, reader.words.done.reminded({ clients: told }))
  }
  if (choice === 'undo') {
    const done = await takeBack(office, { by, kind: 'request', subjectId: requestId, interaction })
    return refreshCommunication(turn, reader.words.practice.undo.done(done))
  }
  const { matterId } = communicationState(turn.view.private_metadata)
  if (choice === 'told') return show(turn, evidenceView(turn, { matterId, subjectId: requestId }))
  await show(turn, aboutRequest())

  async function aboutRequest() {
    const { matter, request: entry } = await requestInMatter(office, { by, matterId, requestId })
    if (choice === 'edit') return editRequestForm(reader, matter, entry)
    if (choice === 'cancel') return cancelRequestView(reader, matter, entry)
    if (choice === 'delete') return deleteRequestView(reader, matter, entry)
    return renderItems(reader, matter, entry, { matterId, id: entry.id, over: 'communication' })
  }
}
