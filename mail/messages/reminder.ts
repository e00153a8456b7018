import type { MailWords } from '#core/words/es-CL/mail.ts'
import { checklist, isOpen } from './checklist.ts'
import type { Block, Draft, LetterOf } from './draft.ts'
import { dueDay } from './due-day.ts'
import { howToAnswer } from './how-to-answer.ts'
import { itemsAsked } from './items-asked.ts'
import { subjectOf } from './subject.ts'

/** Lines in one reminder, so that no mail program cuts it short. */
const mostLines = 110

/** Reminds of everything that is pending, all requests in one letter, with the way to stop. */
export function reminder(letter: LetterOf<'reminder'>, words: MailWords): Draft {
  const most = Math.max(3, Math.floor(mostLines / letter.requests.length))
  const items = letter.requests.flatMap((request) => request.items)
  const { stop, stopByPage, stopLink } = words.reminder
  return {
    subject: subjectOf(letter, words.subjects.reminder({ firm: letter.firm.name })),
    body: [
      { is: 'paragraph', text: words.reminder.lead },
      ...letter.requests.flatMap((request) => pendingOf(request, most, letter, words)),
    ],
    ...howToAnswer(letter, items, words),
    footnotes: [
      { text: stop, link: null },
      ...(letter.remindersUrl
        ? [{ text: stopByPage, link: { label: stopLink, url: letter.remindersUrl } }]
        : []),
    ],
  }
}

type Pending = LetterOf<'reminder'>['requests'][number]

function pendingOf(request: Pending, most: number, letter: LetterOf<'reminder'>, words: MailWords): Block[] {
  const open = request.items.filter(isOpen)
  const left = open.length - most
  const lines = checklist(open.slice(0, most), words)
  return [
    { is: 'title', text: request.title, note: noteOf(request, open.length, letter, words) },
    { is: 'list', heading: null, lines },
    ...(left > 0 ? [{ is: 'paragraph', text: words.items.more({ count: left }) } as const] : []),
  ]
}

function noteOf(request: Pending, missing: number, letter: LetterOf<'reminder'>, words: MailWords) {
  return [
    words.reminder.missing({ missing, total: itemsAsked(request).length }),
    dueDay(request, letter, words),
    words.footer.reference({ reference: request.reference }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
