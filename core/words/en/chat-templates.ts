import type { ChatWords } from '../es-CL/chat.ts'

/** What chat says of templates. */
export const templates: ChatWords['templates'] = {
  titles: { list: 'Templates', add: 'New template', edit: 'Edit template', remove: 'Delete template' },
  buttons: { add: 'New template', edit: 'Edit', remove: 'Delete' },
  fields: {
    pick: 'Template',
    pickHint: 'Fill the form in from a template',
    name: 'Name of the template',
    nameHint: 'As the team sees it when picking. The client does not see it.',
    days: 'Days to answer',
    daysHint:
      'Calendar days from the day it is asked. If that is no working day, the next one that is. Empty: no date.',
  },
  how: 'They serve the whole firm when documents are asked for.',
  readOnly: 'They serve the whole firm when documents are asked for. Lawyers and admins change them.',
  none: 'No templates yet. The first will appear here and in the form that asks for documents.',
  variables:
    'You may use {client}, {matter}, {date} and {firm}: they give way to what they stand for when documents are asked for.',
  items: ({ count }) => (count === 1 ? '1 item' : `${count} items`),
  due: ({ days }) => (days === 0 ? 'for the same day' : days === 1 ? 'for the next day' : `in ${days} days`),
  saved: ({ name }) => `Template “${name}” saved.`,
  removeHow: 'It is offered no more. Requests made from it do not change.',
  removed: 'Template deleted.',
}
