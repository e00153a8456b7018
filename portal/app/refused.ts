import { data } from '@remix-run/node'
import { isRefusal } from '#core/errors.ts'
import type { Locale } from '#core/words/locale.ts'
import { MalformedForm } from '../multipart.ts'
import { portalWords } from '../portal-words.ts'
import { answerFor } from './refusals.ts'

/** What a form is answered when it is refused: its status, and why in the reader's words. Anything else is thrown on. */
export function refused(error: unknown, locale: Locale) {
  const words = portalWords[locale]
  if (error instanceof MalformedForm) return data({ message: words.refusals.unreadable }, { status: 400 })
  if (!isRefusal(error) || error.code === 'not_found') throw error
  const { status, say } = answerFor(error.code)
  return data({ message: say(words, error.facts, locale) }, { status })
}
