import type { Template } from '#core/requests/templates/template.ts'
import type { Reader } from '../reader.ts'
import { idOf, option, title, type Sample } from '../sample-data.ts'
import { requestForm } from '../views/request-documents.ts'
import { removeTemplateView, templateForm } from './edit-template.ts'
import { renderTemplates } from './templates-list.ts'

const template: Template = {
  id: idOf('template', 0),
  firmId: idOf('firm', 0),
  name: title.slice(0, 75),
  title,
  details: title.repeat(10).slice(0, 3000),
  items: Array.from({ length: 80 }, (_, number) => `${number} ${title}`.slice(0, 300)),
  dueInDays: 365,
  createdAt: new Date('2026-03-02T12:00:00Z'),
  editedAt: null,
  removedAt: null,
  removedBy: null,
}
const templates = Array.from({ length: 200 }, (_, number) => ({ ...template, id: idOf('template', number) }))
const long = { title, details: template.details, items: template.items.join('\n'), dueOn: '2026-03-17' }

/** Every view of templates with the longest data there is; for tests. */
export function sampleTemplates(reader: Reader): Sample[] {
  return [
    ['the templates', renderTemplates(reader, templates, true, 0, title)],
    ['the templates to read', renderTemplates(reader, templates, false, 19)],
    ['no templates', renderTemplates(reader, [], true, 0)],
    ['a template', templateForm(reader, template)],
    ['a new template', templateForm(reader, null)],
    ['a template that goes', removeTemplateView(reader, template)],
    [
      'a request filled in from a template',
      requestForm(reader, { matter: option, template: option, request: long, fillings: 99 }),
    ],
  ]
}
