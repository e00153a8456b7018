import type { RequestInLetter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { dayInWords } from '#core/words/format.ts'
import { checklist, isOpen } from './checklist.ts'
import type { Block, Draft, LetterOf } from './draft.ts'
import { howToAnswer } from './how-to-answer.ts'
import { remindersToCome } from './reminders-to-come.ts'
import { fewerLetters } from './fewer-letters.ts'
import { subjectOf } from './subject.ts'

/** Asks for documents, or tells what is asked for now that the request was changed. */
export function documentsRequested(letter: LetterOf<'documentsRequested'>, words: MailWords): Draft {
  const { request } = letter
  const firm = letter.firm.name
  const details: Block[] = request.details.trim() ? [{ is: 'paragraph', text: request.details.trim() }] : []
  return {
    subject: subjectOf(letter, words.subjects.request({ firm })),
    body: [
      {
        is: 'paragraph',
        text: letter.edited ? `${words.request.edited} ${lead(letter, words)}` : lead(letter, words),
      },
      ...(letter.urgent ? [{ is: 'paragraph', text: words.request.urgent, urgent: true } as const] : []),
      { is: 'title', text: request.title, note: null },
      ...details,
      { is: 'list', heading: null, lines: checklist(request.items, words) },
    ],
    ...howToAnswer(letter, request.items, words),
    footnotes: [
      ...(letter.confirmUrl
        ? [{ text: words.news.confirm, link: { label: words.news.confirmButton, url: letter.confirmUrl } }]
        : []),
      ...remindersToCome(letter, words),
      fewerLetters(letter, words),
    ],
  }
}

function lead(letter: LetterOf<'documentsRequested'>, words: MailWords) {
  const { items, dueOn, overdue }: RequestInLetter = letter.request
  if (!items.some(isOpen)) return words.request.nothingLeft
  if (!dueOn) return words.request.lead
  const day = dayInWords(dueOn, letter.locale, letter.today)
  return overdue ? words.request.leadOverdue({ day }) : words.request.leadByDay({ day })
}
