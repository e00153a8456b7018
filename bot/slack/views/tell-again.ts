import { input, option, type Block } from '../blocks.ts'
import type { Reader } from '../reader.ts'

/** Whether an edit is mailed, too; at first it is not. The value is `tell` or `quiet`. */
export function tellAgainBlock({ words }: Reader, hint?: string): Block {
  const quiet = option(words.choices.quiet, 'quiet')
  return input(
    'announce',
    words.fields.tellAgain,
    {
      type: 'radio_buttons',
      action_id: 'announce',
      options: [quiet, option(words.choices.tell, 'tell')],
      initial_option: quiet,
    },
    hint ? { hint } : {},
  )
}
