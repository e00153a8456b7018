import type { Actor } from './actor.ts'
import { asList } from './check-block-element.ts'
import { checkBlocks } from './check-blocks.ts'
import { sendAction } from './click.ts'
import { fieldsOf, typeInto, type Field, type FieldValue, type SlackOption } from './form-fields.ts'
import type { SlackView } from './open-views.ts'
import type { Forgery } from './sign-slack-request.ts'
import { viewPayload } from './submit-view.ts'

/** Puts values into fields, by block id; a field that tells the app at once does so. Names what the form offers if one is not there. */
export async function fillInForm(self: Actor, view: SlackView, values: Record<string, FieldValue>) {
  for (const [blockId, value] of Object.entries(values)) {
    const field = fieldOf(view, blockId)
    const typed = await typeInto(field, value, (query) => askForOptions(self, view, blockId, query))
    self.api.views.type(view.id, blockId, field.actionId, typed)
    if (!field.isDispatched) continue
    await sendAction(self, view, { element: field.element, block: { block_id: blockId } }, typed)
  }
}

/** What the app offers for the words typed into a type-ahead, group by group in one row. */
export async function askForOptions(
  self: Actor,
  view: SlackView,
  blockId: string,
  query: string,
  forgery?: Forgery,
): Promise<SlackOption[]> {
  const { actionId } = fieldOf(view, blockId)
  const payload = {
    type: 'block_suggestion',
    ...self.identity,
    container: { type: 'view', view_id: view.id },
    action_id: actionId,
    block_id: blockId,
    value: query,
    view: viewPayload(self, view),
  }
  const { body } = await self.post('form', { payload }, forgery)
  for (const breach of checkBlocks(body)) self.api.inside.complain(`options for ${blockId} ${breach}`)
  const inGroups = asList(body.option_groups).flatMap(({ options }) => asList(options))
  return JSON.parse(JSON.stringify([...asList(body.options), ...inGroups]))
}

function fieldOf(view: SlackView, blockId: string): Field {
  const fields = fieldsOf(view)
  const found = fields.find((field) => field.blockId === blockId)
  if (found) return found
  throw new Error(
    `the view has no field ${blockId}, but: ${fields.map((field) => field.blockId).join(', ') || 'none'}`,
  )
}
