import type { LetterFrame } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft } from './draft.ts'

/** The same page, for the password of a document that came. */
export function passwordPage(
  { uploadUrl }: LetterFrame,
  words: MailWords,
): Pick<Draft, 'ask' | 'button'> | null {
  if (uploadUrl === null) return null
  return { ask: [words.reply.password], button: { label: words.reply.passwordButton, url: uploadUrl } }
}

/** The way around e-mail: a sentence and the button to the upload page; nothing where there is none. */
export function uploadPage({ uploadUrl }: LetterFrame, words: MailWords): Pick<Draft, 'ask' | 'button'> {
  if (uploadUrl === null) return { ask: [], button: null }
  return { ask: [words.reply.upload], button: { label: words.reply.uploadButton, url: uploadUrl } }
}
