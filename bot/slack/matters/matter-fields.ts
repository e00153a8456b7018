import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { input, option, textField, type Block } from '../blocks.ts'

/** The court's number, where there is one. */
export function numberField({ matters: { fields } }: ChatWords, number: string | null): Block {
  const more = { optional: true, hint: fields.numberHint }
  return input('number', fields.number, textField('number', 60, number), more)
}

/** Whether the matter is sensitive, and what that means. */
export function sensitiveField({ matters: { fields, choices } }: ChatWords, isSensitive: boolean): Block {
  const sensitive = option(choices.sensitive, 'sensitive', choices.sensitiveHow)
  return input(
    'sensitive',
    fields.sensitive,
    {
      type: 'checkboxes',
      action_id: 'sensitive',
      options: [sensitive],
      ...(isSensitive && { initial_options: [sensitive] }),
    },
    { optional: true },
  )
}
