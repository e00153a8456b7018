import { whoIsTold } from '#core/matters/who-is-told.ts'
import { saveDraft, type RequestDraft } from '#core/news/draft.ts'
import { checkRequest } from '#core/requests/check-request.ts'
import { parseItems } from '#core/requests/parse-items.ts'
import { input, modal, plain, type Block, type Modal, type Option } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submit.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { confirmRequestView } from './confirm-request.ts'
import { chosen, day, typed } from './form-values.ts'
import { matterField } from './matter-field.ts'

/** What a request says, as it stands in a form. */
export type RequestFields = Pick<RequestDraft, 'title' | 'details' | 'items' | 'dueOn'>

/** First step: which matter, and what is needed by when. */
export function requestForm(
  reader: Reader,
  filled: { matter?: Option; request?: RequestFields } = {},
): Modal {
  const { words } = reader
  return modal({
    callbackId: 'request',
    title: words.titles.request,
    submit: words.buttons.goOn,
    close: words.buttons.cancel,
    blocks: [matterField(words, filled.matter), ...requestFields(reader, filled.request)],
  })
}

/** The fields of a request, without the matter. */
export function requestFields({ words: { fields } }: Reader, filled?: RequestFields): Block[] {
  const line = (blockId: string, most: number, initial = '') => ({
    type: 'plain_text_input' as const,
    action_id: blockId,
    max_length: most,
    ...(initial && { initial_value: initial }),
  })
  const title = { ...line('title', 300, filled?.title), placeholder: plain(fields.titleHint, 150) }
  const details = { ...line('details', 3000, filled?.details), multiline: true }
  const items = { ...line('items', 3000, filled?.items), multiline: true }
  return [
    input('title', fields.title, title),
    input('items', fields.items, items, { hint: fields.itemsHint }),
    input('details', fields.details, details, { optional: true }),
    input(
      'due',
      fields.due,
      { type: 'datepicker', action_id: 'due', ...initialDay(filled) },
      { optional: true },
    ),
  ]
}

function initialDay(filled?: RequestFields) {
  return filled?.dueOn ? { initial_date: filled.dueOn } : {}
}

/** What was written becomes a draft, when it could be asked for; the second step says whom. */
export async function submitRequest(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view } = turn
  const matterId = chosen(view, 'matter')
  if (!matterId) return { response_action: 'errors', errors: { matter: reader.words.refusals.matterMissing } }
  const fields = {
    title: typed(view, 'title'),
    details: typed(view, 'details'),
    items: typed(view, 'items'),
    dueOn: day(view, 'due'),
  }
  await checkRequest(office, { by, matterId, ...fields, items: parseItems(fields.items) })
  const told = await whoIsTold(office, { by, matterId })
  const content: RequestDraft = { kind: 'request', matterId, ...fields }
  const draftId = await saveDraft(office, { by, content })
  return { response_action: 'update', view: confirmRequestView(reader, told, content, draftId) }
}
