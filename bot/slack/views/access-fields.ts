import type { Category } from '#core/access/access.ts'
import { allCategories, type AccessShown } from '#core/access/granting/access-shown.ts'
import { input, option, plain, type Block, type Option } from '../blocks.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { allChosen, typed } from './form-values.ts'

/** What the fields hold that adding and editing an access share. */
export type AccessFields = Pick<AccessShown, 'name' | 'email' | 'can' | 'privateMatters' | 'teamMatters'>

/** Name, e-mail, the five categories and the two switches. */
export function accessFields(
  { words }: Reader,
  filled: AccessFields,
  more: { nameMayBeEmpty: boolean; emailHint?: string },
): Block[] {
  const { fields, categories, matters } = words.access
  const name = { type: 'plain_text_input', action_id: 'name', max_length: 200 } as const
  return [
    input(
      'name',
      fields.name,
      { ...name, ...(filled.name && { initial_value: filled.name }) },
      more.nameMayBeEmpty ? { optional: true, hint: fields.nameHint } : {},
    ),
    input(
      'email',
      fields.email,
      { type: 'email_text_input', action_id: 'email', ...(filled.email && { initial_value: filled.email }) },
      more.emailHint ? { hint: more.emailHint } : {},
    ),
    checkboxes('can', fields.can, fields.canHint, [
      ...allCategories.map((one) => ({
        option: option(capital(categories[one]), one),
        isOn: filled.can.includes(one),
      })),
    ]),
    checkboxes('matters', fields.matters, fields.mattersHint, [
      { option: option(capital(matters.private), 'private'), isOn: filled.privateMatters },
      { option: option(capital(matters.team), 'team'), isOn: filled.teamMatters },
    ]),
  ]
}

/** What was put into them. */
export function accessFieldsIn(view: SubmitTurn['view']): AccessFields {
  const can = allChosen(view, 'can') ?? []
  const matters = allChosen(view, 'matters') ?? []
  return {
    name: typed(view, 'name').trim(),
    email: typed(view, 'email').trim(),
    can: allCategories.filter((one): one is Category => can.includes(one)),
    privateMatters: matters.includes('private'),
    teamMatters: matters.includes('team'),
  }
}

function checkboxes(
  blockId: string,
  label: string,
  hint: string,
  choices: { option: Option; isOn: boolean }[],
): Block {
  const on = choices.filter((choice) => choice.isOn).map((choice) => choice.option)
  return input(
    blockId,
    label,
    {
      type: 'checkboxes',
      action_id: blockId,
      options: choices.map((choice) => choice.option),
      ...(on.length > 0 && { initial_options: on }),
    },
    { optional: true, hint: plain(hint, 2000).text },
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
