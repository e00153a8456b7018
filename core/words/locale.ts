/** The languages Despacho speaks, as equals. */
export type Locale = 'es-CL' | 'pt-BR' | 'en'

export const locales: readonly Locale[] = ['es-CL', 'pt-BR', 'en']

/** What each language calls itself: whoever looks for theirs may read no other. */
export const languageNames: Record<Locale, string> = {
  'es-CL': 'Español',
  'pt-BR': 'Português',
  en: 'English',
}

/** The language to use for a BCP 47 tag: any Spanish is es-CL, any Portuguese pt-BR, any other tag en; `fallback` where there is none. */
export function localeFrom(tag: string | null | undefined, fallback: Locale): Locale {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0]
  if (!language || language === '*') return fallback
  if (language === 'es') return 'es-CL'
  if (language === 'pt') return 'pt-BR'
  return 'en'
}
