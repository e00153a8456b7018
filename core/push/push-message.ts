import { portal as english } from '../words/en/portal.ts'
import { portal as spanish, type PortalWords } from '../words/es-CL/portal.ts'
import type { Locale } from '../words/locale.ts'
import { portal as portuguese } from '../words/pt-BR/portal.ts'
import type { Push } from './push.ts'

/** What a phone is sent, as JSON, and shows as it stands; `portal/worker` reads it. */
export type PushMessage = { title: string; body: string; path: string; name: string; lang: Locale }

const wordsOf: Record<Locale, PortalWords> = { 'es-CL': spanish, 'pt-BR': portuguese, en: english }

/** The message in the reader's language: whose it is and that there is something, never what (it shows on a locked screen). */
export function pushMessage({ locale, path, name, says }: Push): PushMessage {
  const { push } = wordsOf[locale]
  const where = { path, name, lang: locale }
  if (!says) return { title: push.message, body: '', ...where }
  const { kind, firmName, reference } = says
  const told = push.told[kind]
  return { title: firmName, body: reference ? `${told} (${push.ref({ reference })})` : told, ...where }
}
