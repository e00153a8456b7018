import { portal as english } from '#core/words/en/portal.ts'
import { portal as spanish, type PortalWords } from '#core/words/es-CL/portal.ts'
import type { Locale } from '#core/words/locale.ts'
import type { FormOfAddress } from '#core/words/pt-BR/form-of-address.ts'
import { portalIn as portuguese } from '#core/words/pt-BR/portal.ts'

/** The portal's copy alone, so that a browser is not sent what chat and mail say. */
export const portalWords: Record<Locale, PortalWords> = {
  'es-CL': spanish,
  'pt-BR': portuguese.voce,
  en: english,
}

/** The same for the pages of a firm, by the form in which it addresses its clients in Portuguese. */
export function portalWordsOf(locale: Locale, form?: FormOfAddress | null): PortalWords {
  return locale === 'pt-BR' ? portuguese[form ?? 'voce'] : portalWords[locale]
}
