import { whoIsTold } from '#core/matters/who-is-told.ts'
import { saveDraft, type RequestDraft } from '#core/news/draft.ts'
import { checkRequest } from '#core/requests/check-request.ts'
import { parseItems } from '#core/requests/parse-items.ts'
import { fillVariables } from '#core/requests/templates/fill-variables.ts'
import { input, modal, plain, type Block, type Modal, type Option } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { templateField, type TemplateFilled } from '../templates/template-field.ts'
import type { SubmitTurn } from '../turn.ts'
import { confirmRequestView } from './confirm-request.ts'
import { chosen, day, typed } from './form-values.ts'
import { confirmWithinIn, urgentField } from './hearing-fields.ts'
import { itemsFields, itemsTyped } from './items-fields.ts'
import { matterField } from './matter-field.ts'

/** What a request says, as it stands in a form. */
export type RequestFields = Pick<RequestDraft, 'title' | 'details' | 'items' | 'dueOn'>

export type FilledRequest = {
  matter?: Option
  request?: RequestFields
  confirmWithin?: number | null
  /** The template the fields were last filled in from, and how often that was done. */
  template?: Option
  fillings?: number
}

/** First step: which matter, and what is needed by when. */
export function requestForm(reader: Reader, filled: FilledRequest = {}): Modal {
  const { words } = reader
  const { matter, request, template, confirmWithin, fillings = 0 } = filled
  return modal({
    callbackId: 'request',
    title: words.titles.request,
    submit: words.buttons.goOn,
    close: words.buttons.cancel,
    metadata: JSON.stringify({
      templateId: template?.value ?? null,
      matterId: matter?.value ?? null,
      fillings,
    } satisfies TemplateFilled),
    blocks: [
      matterField(words, matter),
      templateField(words, template),
      ...requestFields(reader, request, fillings),
      urgentField(reader, confirmWithin, { optional: true }),
    ],
  })
}

/**
 * The fields of a request, without the matter. Slack keeps what stands in a field of the same block and action, so that
 * fields filled in by us once more (`fillings`) have another action.
 */
export function requestFields({ words }: Reader, filled?: RequestFields, fillings = 0): Block[] {
  const { fields } = words
  const actionId = (blockId: string) => (fillings === 0 ? blockId : `${blockId}:${fillings}`)
  const line = (blockId: string, most: number, initial = '') => ({
    type: 'plain_text_input' as const,
    action_id: actionId(blockId),
    max_length: most,
    ...(initial && { initial_value: initial.slice(0, most) }),
  })
  const title = { ...line('title', 300, filled?.title), placeholder: plain(fields.titleHint, 150) }
  const details = { ...line('details', 3000, filled?.details), multiline: true }
  return [
    input('title', fields.title, title),
    ...itemsFields(words, filled?.items, actionId),
    input('details', fields.details, details, { optional: true }),
    input(
      'due',
      fields.due,
      { type: 'datepicker', action_id: actionId('due'), ...initialDay(filled) },
      { optional: true },
    ),
  ]
}

function initialDay(filled?: RequestFields) {
  return filled?.dueOn ? { initial_date: filled.dueOn } : {}
}

/** What stands in those fields. */
export function requestFieldsIn(view: SubmitTurn['view']): RequestFields {
  return {
    title: typed(view, 'title'),
    details: typed(view, 'details'),
    items: itemsTyped(view),
    dueOn: day(view, 'due'),
  }
}

/** What was written becomes a draft, when it could be asked for; the second step says whom. */
export async function submitRequest(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, reader, view } = turn
  const matterId = chosen(view, 'matter')
  if (!matterId) return { response_action: 'errors', errors: { matter: reader.words.refusals.matterMissing } }
  const written = requestFieldsIn(view)
  const fields = { ...written, ...(await fillVariables(office, { by, matterId, ...written })) }
  await checkRequest(office, { by, matterId, ...fields, items: parseItems(fields.items) })
  const told = await whoIsTold(office, { by, matterId })
  const content: RequestDraft = { kind: 'request', matterId, ...fields, confirmWithin: confirmWithinIn(view) }
  const draftId = await saveDraft(office, { by, content })
  return { response_action: 'update', view: confirmRequestView(reader, told, content, draftId) }
}
