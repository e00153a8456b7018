import type { ViewOutput, ViewResponseAction } from '@slack/bolt'
import { isRefusal, type RefusalCode } from '#core/errors.ts'
import type { Office } from '#core/office.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import type { Locale } from '#core/words/locale.ts'
import { explain } from './explain.ts'
import { cut } from './mrkdwn.ts'
import { itemsFieldOf } from './views/items-fields.ts'
import { noticeView } from './views/notice.ts'

/** The fields a refusal may be about; the first of them that the view asks for gets the words. */
const fields: Partial<Record<RefusalCode, string[]>> = {
  nobody_to_tell: ['audience', 'matter'],
  matter_hidden: ['announce'],
  matter_closed: ['matter'],
  channel_taken: ['channel'],
  matter_sensitive: ['channel'],
  not_found: ['matter', 'client', 'clients'],
  not_allowed: ['responsible'],
  last_admin: ['role', 'successor'],
  successor_missing: ['successor'],
  not_in_team: ['to', 'responsible'],
  address_taken: ['email'],
  not_an_address: ['email'],
  due_in_the_past: ['due', 'until', 'hearing-day'],
  not_a_day: ['due', 'from', 'hearing-day'],
  items_missing: ['items'],
  too_many_items: ['items'],
  item_answered: ['items'],
  reason_missing: ['reason'],
  rich_text_invalid: ['text'],
}

/** Answer to a submit that was refused or failed: at the field it is about, else a view in place of the form. */
export function answerRefused(
  office: Office,
  error: unknown,
  view: ViewOutput,
  words: ChatWords,
  locale: Locale,
): ViewResponseAction | undefined {
  const text = explain(office, error, words, locale)
  if (text === null) return undefined
  const field = fieldOf(error, view)
  if (field) return { response_action: 'errors', errors: { [field]: cut(text, 300) } }
  return { response_action: 'update', view: noticeView(words, words.titles.notDone, text) }
}

function fieldOf(error: unknown, view: ViewOutput): string | undefined {
  if (!isRefusal(error)) return undefined
  const named = typeof error.facts.field === 'string' ? [error.facts.field] : []
  const candidates = [...named, ...(fields[error.code] ?? [])]
  const found = candidates.find((field) =>
    view.blocks.some((block) => block.type === 'input' && block.block_id === field),
  )
  return found === 'items' ? itemsFieldOf(error, view) : found
}
