import { mail as english } from '#core/words/en/mail.ts'
import { mail as spanish, type MailWords } from '#core/words/es-CL/mail.ts'
import type { Locale } from '#core/words/locale.ts'
import { mail as portuguese } from '#core/words/pt-BR/mail.ts'

/** The copy of the e-mails in a language. */
export function wordsForMail(locale: Locale): MailWords {
  return words[locale]
}

const words: Record<Locale, MailWords> = { 'es-CL': spanish, 'pt-BR': portuguese, en: english }
