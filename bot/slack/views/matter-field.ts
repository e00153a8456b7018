import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { input, plain, type Block, type Option } from '../blocks.ts'

/** The select that finds a matter while one types. */
export function matterField(words: ChatWords, initial?: Option): Block {
  return input('matter', words.fields.matter, {
    type: 'external_select',
    action_id: 'matter',
    min_query_length: 0,
    placeholder: plain(words.fields.matterHint, 150),
    ...(initial && { initial_option: initial }),
  })
}
