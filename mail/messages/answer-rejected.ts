import type { MailWords } from '#core/words/es-CL/mail.ts'
import { checklist, isOpen } from './checklist.ts'
import type { Block, Draft, LetterOf } from './draft.ts'
import { dueDay } from './due-day.ts'
import { howToAnswer } from './how-to-answer.ts'
import { remindersToCome } from './reminders-to-come.ts'
import { subjectOf } from './subject.ts'

/** Says why an answer cannot be used and asks for it again, how and by when, with what else is missing. */
export function answerRejected(letter: LetterOf<'answerRejected'>, words: MailWords): Draft {
  const { request, itemIndex, reason } = letter
  const note = reason.note?.trim()
  const due = dueDay(request, letter, words)
  const alsoMissing = request.items.filter((other, index) => isOpen(other) && index !== itemIndex)
  const wanted = request.items[itemIndex]?.kind === 'paper' ? words.rejected.againPaper : words.rejected.again
  const again = reason.code === 'other' && !note ? `${wanted} ${words.rejected.ask}` : wanted
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
      ...(due ? [{ is: 'paragraph', text: `${due}.` } as const] : []),
    ],
    ...howToAnswer(letter, request.items, words),
    footnotes: remindersToCome(letter, words),
  }
}

function lead(
  { request, item, itemIndex, reason }: LetterOf<'answerRejected'>,
  { rejected, reasons }: MailWords,
) {
  const isText = request.items[itemIndex]?.kind === 'text'
  const what = isText ? rejected.wrote({ item }) : rejected.sent({ item })
  if (reason.code !== 'other') return rejected.lead({ what, reason: reasons[reason.code] })
  return reason.note?.trim() ? rejected.leadWithNote({ what }) : rejected.leadPlain({ what })
}
