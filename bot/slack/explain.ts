import { webApi } from '@slack/bolt'
import { isRefusal } from '#core/errors.ts'
import { newShortId } from '#core/ids.ts'
import type { Office } from '#core/office.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import type { Locale } from '#core/words/locale.ts'
import { refusalWords } from './refusal-words.ts'

/**
 * What the person is told about something that was thrown: a refusal in words; anything else is a bug, logged once
 * with a reference number that the person gets, too. Null when there is nothing to tell: Slack delivered twice, or the
 * person has closed the view that was to be brought up to date, or changed it.
 */
export function explain(office: Office, error: unknown, words: ChatWords, locale: Locale): string | null {
  if (isRefusal(error)) return refusalWords(error, words, locale)
  const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : ''
  if (['exchanged_trigger_id', 'not_found', 'hash_conflict'].includes(code)) return null
  if (code === 'expired_trigger_id' || error instanceof webApi.WebAPIRateLimitedError)
    return words.refusals.tooSlow
  const reference = newShortId().slice(0, 8)
  office.log.error({ err: error, reference }, 'a Slack interaction failed')
  return words.refusals.broken({ reference })
}
