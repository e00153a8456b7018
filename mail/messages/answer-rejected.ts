import type { MailWords } from '#core/words/es-CL/mail.ts'
import { checklist, isOpen } from './checklist.ts'
import type { Block, Draft, LetterOf } from './draft.ts'
import { howToAnswer } from './how-to-answer.ts'
import { subjectOf } from './subject.ts'
import { uploadPage } from './upload-page.ts'

/** Says why an answer cannot be used and asks for it again, with what else is missing. */
export function answerRejected(letter: LetterOf<'answerRejected'>, words: MailWords): Draft {
  const { request, item, reason } = letter
  const note = reason.note?.trim()
  const alsoMissing = request.items.filter((other) => isOpen(other) && other.title !== item)
  const again =
    reason.code === 'other' && !note ? `${words.rejected.again} ${words.rejected.ask}` : words.rejected.again
  const others: Block[] = [
    { is: 'list', heading: words.rejected.alsoMissing, lines: checklist(alsoMissing, words) },
  ]
  return {
    subject: subjectOf(letter, words.subjects.rejected({ firm: letter.firm.name })),
    body: [
      { is: 'paragraph', text: lead(letter, words) },
      ...(note ? [{ is: 'quote', text: note } as const] : []),
      { is: 'paragraph', text: again },
      ...(alsoMissing.length > 0 ? others : []),
    ],
    ...(alsoMissing.length > 0 ? howToAnswer(letter, request.items, words) : uploadPage(letter, words)),
    footnotes: [{ text: words.footer.fewerReminders, link: null }],
  }
}

function lead({ item, reason }: LetterOf<'answerRejected'>, words: MailWords) {
  if (reason.code !== 'other') return words.rejected.lead({ item, reason: words.reasons[reason.code] })
  return reason.note?.trim() ? words.rejected.leadWithNote({ item }) : words.rejected.leadPlain({ item })
}
