import type { ViewOutput } from '@slack/bolt'
import type { Refusal } from '#core/errors.ts'
import { itemLines } from '#core/requests/parse-items.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { actions, button, input, plain, texts, type Block } from '../blocks.ts'
import { cut } from '../mrkdwn.ts'
import type { ClickTurn } from '../turn.ts'
import { typed } from './form-values.ts'

/** What Slack lets somebody type into one field. */
const longestField = 3000

/** Eighty items of the longest kind take ten; whoever writes need not fill each to the brim. */
const mostFields = 20

/**
 * A checklist to be written or changed, one item a line, in as many fields as it takes: `items`, `items_2` and so on, each
 * with whole lines, and a way to one field more. What more than `mostFields` would hold is refused as too many or too long
 * items whichever part of it is shown. `actionIdOf` names the action of a block.
 */
export function itemsFields(
  words: ChatWords,
  filled = '',
  actionIdOf: (blockId: string) => string = (blockId) => blockId,
): Block[] {
  const parts = filled.length <= longestField ? [filled] : partsOf(filled)
  const fields = parts.map((part, index) => {
    const blockId = idOf(index)
    return itemsField(words, { blockId, actionId: actionIdOf(blockId), index, of: parts.length, part })
  })
  return [...fields, ...moreButton(words, parts.length)]
}

function partsOf(text: string): string[] {
  const lines = itemLines(text).map((line) => cut(line, longestField))
  return texts(lines, longestField).slice(0, mostFields)
}

function idOf(index: number): string {
  return index === 0 ? 'items' : `items_${index + 1}`
}

type Field = { blockId: string; actionId: string; index: number; of: number; part: string }

function itemsField(words: ChatWords, { blockId, actionId, index, of, part }: Field): Block {
  const element = {
    type: 'plain_text_input' as const,
    action_id: actionId,
    max_length: longestField,
    multiline: true,
    ...(part && { initial_value: part }),
  }
  const hints = [words.fields.itemsHint, words.fields.itemsGoOn]
  return input(blockId, labelOf(words, index, of), element, { hint: hints[index], optional: index > 0 })
}

function labelOf({ fields }: ChatWords, index: number, of: number): string {
  return of === 1 ? fields.items : fields.itemsPart({ part: index + 1, of })
}

function moreButton({ buttons }: ChatWords, fields: number): Block[] {
  if (fields >= mostFields) return []
  return [actions('items_more', [button('items_more', buttons.moreItems, String(fields))])]
}

/** One field more for items, under those there are; Slack keeps what stands in the others. */
export async function addItemsField({ reader: { words }, view, client }: ClickTurn): Promise<void> {
  const fields = view ? fieldsIn(view) : []
  const [first] = fields
  if (!view || !first || fields.length >= mostFields) return
  const of = fields.length + 1
  const blockId = idOf(fields.length)
  const actionId = `${blockId}${first.element.action_id?.slice('items'.length) ?? ''}`
  const blocks = view.blocks.flatMap((block) => {
    if (block.block_id === 'items_more') {
      return [
        itemsField(words, { blockId, actionId, index: fields.length, of, part: '' }),
        ...moreButton(words, of),
      ]
    }
    const index = fields.findIndex((field) => field.blockId === block.block_id)
    return index < 0 ? [block] : [{ ...block, label: plain(labelOf(words, index, of), 2000) }]
  })
  const { title, submit, close, callback_id: callbackId, private_metadata: metadata } = view
  await client.views.update({
    view_id: view.id,
    hash: view.hash,
    view: {
      type: 'modal',
      callback_id: callbackId,
      title: plain(title.text, 24),
      ...(submit && { submit: plain(submit.text, 24) }),
      ...(close && { close: plain(close.text, 24) }),
      private_metadata: metadata,
      blocks,
    },
  })
}

/** What was typed into all of them, in their order. */
export function itemsTyped(view: ViewOutput): string {
  return fieldsIn(view)
    .map((field) => typed(view, field.blockId))
    .join('\n')
}

/** The field in which the item stands that a refusal is about, or stood as the form opened; the first where it names none. */
export function itemsFieldOf({ code, facts }: Refusal, view: ViewOutput): string {
  const fields = fieldsIn(view)
  let before = 0
  const found = fields.find((field) => {
    const text = code === 'item_answered' ? field.element.initial_value : typed(view, field.blockId)
    before += itemLines(text ?? '').length
    return before >= Number(facts.item)
  })
  return found?.blockId ?? 'items'
}

function fieldsIn(view: ViewOutput) {
  return view.blocks.flatMap((block) => {
    if (!('element' in block) || block.type !== 'input' || !block.block_id) return []
    const { element, block_id: blockId } = block
    const isItems = element.type === 'plain_text_input' && /^items(_\d+)?$/.test(blockId)
    return isItems ? [{ blockId, element }] : []
  })
}
