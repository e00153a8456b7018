import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { listTemplates } from '#core/requests/templates/list-templates.ts'
import { removeTemplate } from '#core/requests/templates/remove-template.ts'
import { saveTemplate } from '#core/requests/templates/save-template.ts'
import type { Template } from '#core/requests/templates/template.ts'
import { context, input, modal, section, type Modal } from '../blocks.ts'
import { bold } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { typed } from '../views/form-values.ts'
import { itemsFields, itemsTyped } from '../views/items-fields.ts'
import { backToTemplates } from './templates-list.ts'

const about = z.object({ templateId: z.string().nullable() })

/** From the list: an empty template. */
export async function openTemplateForm(turn: ClickTurn): Promise<void> {
  await show(turn, templateForm(turn.reader, null))
}

/** The ⋯ menu of a template; its value is the choice and the template's id. */
export async function templateMenu(turn: ClickTurn): Promise<void> {
  const { office, by, reader } = turn
  const [choice, templateId] = turn.value.split(':')
  await show(turn, aboutTemplate())

  async function aboutTemplate() {
    const template = (await listTemplates(office, { by })).find((one) => one.id === templateId)
    if (!template) throw new NotFound()
    return choice === 'remove' ? removeTemplateView(reader, template) : templateForm(reader, template)
  }
}

/** A template as it stands, to be changed, or an empty one. */
export function templateForm({ words }: Reader, template: Template | null): Modal {
  const { fields, titles } = words.templates
  const line = (blockId: string, most: number, initial = '') => ({
    type: 'plain_text_input' as const,
    action_id: blockId,
    max_length: most,
    ...(initial && { initial_value: initial.slice(0, most) }),
  })
  const days = template?.dueInDays ?? null
  return modal({
    callbackId: 'template_save',
    title: template ? titles.edit : titles.add,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ templateId: template?.id ?? null }),
    blocks: [
      input('name', fields.name, line('name', 75, template?.name), { hint: fields.nameHint }),
      input('title', words.fields.title, line('title', 300, template?.title)),
      ...itemsFields(words, template?.items.join('\n')),
      input(
        'details',
        words.fields.details,
        { ...line('details', 3000, template?.details), multiline: true },
        { optional: true },
      ),
      input(
        'days',
        fields.days,
        {
          type: 'number_input',
          action_id: 'days',
          is_decimal_allowed: false,
          min_value: '0',
          max_value: '365',
          ...(days !== null && { initial_value: String(days) }),
        },
        { optional: true, hint: fields.daysHint },
      ),
      context(words.templates.variables),
    ],
  })
}

/** Saves it for the whole firm; the list shows it. */
export async function submitTemplate(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { templateId } = about.parse(JSON.parse(view.private_metadata))
  const days = typed(view, 'days').trim()
  const name = typed(view, 'name')
  await saveTemplate(office, {
    by,
    templateId,
    name,
    title: typed(view, 'title'),
    details: typed(view, 'details'),
    items: itemsTyped(view),
    dueInDays: days === '' ? null : Number(days),
    interaction,
  })
  return backToTemplates(turn, reader.words.templates.saved({ name: name.trim() }))
}

/** The last question before a template is offered no more. */
export function removeTemplateView({ words }: Reader, template: Template): Modal {
  return modal({
    callbackId: 'template_remove',
    title: words.templates.titles.remove,
    submit: words.templates.buttons.remove,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ templateId: template.id }),
    blocks: [section(bold(template.name)), section(words.templates.removeHow)],
  })
}

/** Removes it; the list shows without it. */
export async function submitRemovedTemplate(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { templateId } = about.parse(JSON.parse(view.private_metadata))
  await removeTemplate(office, { by, templateId: templateId ?? '', interaction })
  return backToTemplates(turn, reader.words.templates.removed)
}
