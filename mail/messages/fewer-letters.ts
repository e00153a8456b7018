import type { LetterFrame } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Footnote } from './draft.ts'

/** Says how its reader gets no more letters at this address and, unless that is nobody's business, why they get them. */
export function fewerLetters({ firm, neutral }: LetterFrame, words: MailWords): Footnote {
  return { text: neutral ? words.neutral.fewer : words.footer.fewer({ firm: firm.name }), link: null }
}
