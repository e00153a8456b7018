import { portal as english } from '#core/words/en/portal.ts'
import { portal as spanish, type PortalWords } from '#core/words/es-CL/portal.ts'
import type { Locale } from '#core/words/locale.ts'
import { portal as portuguese } from '#core/words/pt-BR/portal.ts'

/** The portal's copy alone, so that a browser is not sent what chat and mail say. */
export const portalWords: Record<Locale, PortalWords> = {
  'es-CL': spanish,
  'pt-BR': portuguese,
  en: english,
}
