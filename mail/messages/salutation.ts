import type { LetterFrame } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'

/**
 * How the letter begins: the client's own salutation where the client is the one who reads it, else the usual one
 * with the reader's name, or the one for companies where the name ends as theirs do. A salutation that brings its own
 * colon or comma keeps it.
 */
export function salutation({ to, client }: LetterFrame, words: MailWords): string {
  const name = to.name.trim() || client.name
  const own = name === client.name ? client.salutation?.trim() : null
  if (own) return /[,:]$/.test(own) ? own : own + words.greeting.end
  const usual = isCompany(name) ? words.greeting.toCompany : words.greeting.to({ name })
  return usual + words.greeting.end
}

function isCompany(name: string): boolean {
  return legalForms.some((form) => form.test(name))
}

// "SA" without points may be a surname where the whole name is in capitals: MARIA DE SA.
const legalForms = [
  /[\s,](?:s\.?p\.?a|s\.\s?a|s\/a|ltda|limitada|e\.?i\.?r\.?l|eireli|as?sociad[oa]s|abogados|advogados)\.?$/iu,
  /[\s,](?:ME|EPP|MEI)$/,
  /\p{Ll}.*[\s,]SA$/u,
]
