import type { Ack, Actor } from './actor.ts'
import { asObject, type Json } from './check-block-element.ts'
import { fieldsOf, initialValue, isEmptyValue } from './form-fields.ts'
import type { SlackView, ViewValues } from './open-views.ts'
import type { Forgery } from './sign-slack-request.ts'

export type Submission = Ack & {
  /** By block id, when the app sent the form back. */
  errors: Record<string, string>
  /** The modal that is now before the person; undefined when all are closed. */
  view: SlackView | undefined
}

export type SubmitOptions = {
  /** Sends what Slack's own window would not let go: required fields left empty. */
  force?: boolean
  forgery?: Forgery
}

/** Sends a modal as it is filled in, and does with it what the app's answer says, as Slack's window would. */
export async function submitView(actor: Actor, view: SlackView, options: SubmitOptions): Promise<Submission> {
  const values = stateOf(actor, view)
  const empty = fieldsOf(view).filter(({ blockId, actionId, isRequired }) => {
    return isRequired && isEmptyValue(asObject(values[blockId]?.[actionId]))
  })
  if (empty.length > 0 && !options.force) {
    throw new Error(
      `Slack would not send this form: ${empty.map(({ blockId }) => blockId).join(', ')} is empty`,
    )
  }
  const payload = {
    type: 'view_submission',
    ...actor.identity,
    trigger_id: await actor.api.inside.triggerId(actor.id, view.id),
    view: viewPayload(actor, view),
    response_urls: [],
  }
  const ack = await actor.post('form', { payload }, options.forgery)
  const errors = await follow(actor, view, ack)
  return { ...ack, errors, view: actor.api.views.top(actor.id) }
}

/** A view as Slack sends it along with what was typed into it. */
export function viewPayload(actor: Actor, view: SlackView): Json {
  return { ...view, state: { values: stateOf(actor, view) }, app_installed_team_id: view.team_id }
}

function stateOf({ api }: Actor, view: SlackView): ViewValues {
  const typed = api.views.values(view.id)
  const values: ViewValues = {}
  for (const { blockId, actionId, element } of fieldsOf(view)) {
    values[blockId] = { ...values[blockId], [actionId]: typed[blockId]?.[actionId] ?? initialValue(element) }
  }
  return values
}

async function follow(
  { api, id }: Actor,
  view: SlackView,
  { status, text, body }: Ack,
): Promise<Record<string, string>> {
  if (status !== 200) return {}
  const action = body.response_action
  if (text.trim() === '' || action === undefined) api.views.pop(id)
  if (text.trim() !== '' && action === undefined)
    api.inside.complain(`a view was answered with ${text.slice(0, 80)}`)
  if (action === 'clear') api.views.clear(id)
  if (action === 'update' || action === 'push') {
    await api.inside.show({ action, userId: id, viewId: view.id, view: body.view })
  }
  return action === 'errors' ? errorsOf(api, view, asObject(body.errors)) : {}
}

function errorsOf(api: Actor['api'], view: SlackView, errors: Json): Record<string, string> {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id)
  for (const blockId of Object.keys(errors)) {
    if (!inputs.includes(blockId))
      api.inside.complain(`errors name ${blockId}, which is no input of the view`)
  }
  return Object.fromEntries(Object.entries(errors).map(([blockId, words]) => [blockId, String(words)]))
}
