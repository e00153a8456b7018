import { listTemplates } from '#core/requests/templates/list-templates.ts'
import type { Template } from '#core/requests/templates/template.ts'
import {
  actions,
  button,
  context,
  divider,
  menu,
  modal,
  option,
  section,
  type Block,
  type Modal,
} from '../blocks.ts'
import { bold, escape, safe } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn, Turn } from '../turn.ts'
import { inPages, pageButtons } from '../views/pages.ts'

const perPage = 10

/** From the settings: the firm's templates. */
export async function openTemplates(turn: ClickTurn): Promise<void> {
  await show(turn, templatesView(turn, 0))
}

/** The firm's templates as they stand now; `notice` says what was just done. */
export async function templatesView(
  { office, by, reader }: Pick<Turn, 'office' | 'by' | 'reader'>,
  page: number,
  notice?: string,
): Promise<Modal> {
  return renderTemplates(reader, await listTemplates(office, { by }), by.role !== 'assistant', page, notice)
}

/** The same from what is known already; whoever may not change them only reads them. */
export function renderTemplates(
  { words }: Reader,
  templates: Template[],
  mayWrite: boolean,
  page: number,
  notice?: string,
): Modal {
  const shown = inPages(templates, page, perPage)
  const add = button('template_add', words.templates.buttons.add, 'add', { style: 'primary' })
  return modal({
    callbackId: 'templates',
    title: words.templates.titles.list,
    close: words.buttons.close,
    blocks: [
      ...(notice ? [section(escape(notice)), divider] : []),
      context(mayWrite ? words.templates.how : words.templates.readOnly),
      ...(mayWrite ? [actions('template_actions', [add])] : []),
      divider,
      ...(templates.length === 0 ? [context(words.templates.none)] : shown.entries.map(row)),
      ...pageButtons(words, 'templates', shown),
    ],
  })

  function row(template: Template): Block {
    const { id, name, title, items, dueInDays } = template
    const facts = [
      words.templates.items({ count: items.length }),
      ...(dueInDays === null ? [] : [words.templates.due({ days: dueInDays })]),
    ]
    const text = [bold(name, 150), safe(title, 400), facts.join(' · ')].join('\n')
    const { edit, remove } = words.templates.buttons
    const choices = [option(edit, `edit:${id}`), option(remove, `remove:${id}`)]
    return section(text, mayWrite ? menu('template_menu', choices) : undefined)
  }
}

/** Answer to a submit after which the list shows again: the one under the modal, or else in its place. */
export async function backToTemplates(turn: SubmitTurn, notice: string): Promise<SubmitAnswer> {
  const below = turn.view.previous_view_id
  if (!below) return { response_action: 'update', view: await templatesView(turn, 0, notice) }
  turn.after(async () =>
    turn.client.views.update({ view_id: below, view: await templatesView(turn, 0, notice) }),
  )
  return null
}
