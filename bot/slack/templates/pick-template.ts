import { useTemplate, type RequestText } from '#core/requests/templates/use-template.ts'
import { nothingIfRefused } from '../nothing-if-refused.ts'
import type { ClickTurn } from '../turn.ts'
import { chosenOption } from '../views/form-values.ts'
import { requestFieldsIn, requestForm } from '../views/request-documents.ts'
import { mergeTemplate } from './merge-template.ts'
import { templateFilled } from './template-field.ts'

/** Fills the form for a request in from the template that was picked; what the member has typed stays. */
export async function pickTemplate(turn: ClickTurn): Promise<void> {
  const { office, by, reader, view, client, value: templateId } = turn
  if (!view || templateId === '') return
  const matter = chosenOption(view, 'matter')
  const before = templateFilled(view.private_metadata)
  const textOf = (id: string, matterId: string | null): Promise<RequestText> =>
    useTemplate(office, { by, templateId: id, matterId })
  const picked = await textOf(templateId, matter?.value ?? null)
  const last = before.templateId
    ? await textOf(before.templateId, before.matterId).catch(nothingIfRefused)
    : null
  const filled = requestForm(reader, {
    matter,
    request: mergeTemplate(requestFieldsIn(view), last, picked),
    template: chosenOption(view, 'template'),
    fillings: before.fillings + 1,
  })
  await client.views.update({ view_id: view.id, hash: view.hash, view: filled })
}
