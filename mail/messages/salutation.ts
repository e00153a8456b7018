import type { LetterFrame } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'

/**
 * How the letter begins: the client's own salutation where the client is the one who reads it, else the usual one
 * with the reader's name. A salutation that brings its own colon or comma keeps it.
 */
export function salutation({ to, client }: LetterFrame, words: MailWords): string {
  const name = to.name.trim() || client.name
  const own = name === client.name ? client.salutation?.trim() : null
  if (own) return /[,:]$/.test(own) ? own : own + words.greeting.end
  return words.greeting.to({ name }) + words.greeting.end
}
