import { chat as english } from '#core/words/en/chat.ts'
import { chat as spanish, type ChatWords } from '#core/words/es-CL/chat.ts'
import { chat as portuguese } from '#core/words/pt-BR/chat.ts'
import type { Locale } from '#core/words/locale.ts'

const byLocale: Record<Locale, ChatWords> = { 'es-CL': spanish, 'pt-BR': portuguese, en: english }

/** The chat's copy in a member's language. */
export function wordsForChat(locale: Locale): ChatWords {
  return byLocale[locale]
}
