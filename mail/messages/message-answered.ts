import type { MailWords } from '#core/words/es-CL/mail.ts'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import { richTextToHtml } from '#core/rich-text/rich-text-to-html.ts'
import type { Draft, LetterOf } from './draft.ts'
import { fewerLetters } from './fewer-letters.ts'
import { subjectOf } from './subject.ts'

/** Answers what its reader wrote, which it quotes below. */
export function messageAnswered(letter: LetterOf<'messageAnswered'>, words: MailWords): Draft {
  const { message, subjects, news } = words
  const firm = letter.firm.name
  return {
    subject: subjectOf(letter, subjects.message({ firm })),
    body: [
      { is: 'rich', html: richTextToHtml(plainTextToRichText(letter.text)), text: letter.text },
      { is: 'paragraph', text: letter.author },
      ...(letter.wrote
        ? [{ is: 'paragraph', text: message.wrote } as const, { is: 'quote', text: letter.wrote } as const]
        : []),
    ],
    ask: [news.reply],
    button: null,
    footnotes: [fewerLetters(letter, words)],
  }
}
