import { mail as english } from '#core/words/en/mail.ts'
import { mail as spanish, type MailWords } from '#core/words/es-CL/mail.ts'
import type { Locale } from '#core/words/locale.ts'
import type { FormOfAddress } from '#core/words/pt-BR/form-of-address.ts'
import { mailIn as portuguese } from '#core/words/pt-BR/mail.ts'

/** The copy of the e-mails in a language; in Portuguese by the form in which a firm addresses its clients. */
export function wordsForMail(locale: Locale, form?: FormOfAddress | null): MailWords {
  return locale === 'pt-BR' ? portuguese[form ?? 'voce'] : words[locale]
}

const words = { 'es-CL': spanish, en: english }
