import type { ItemInLetter } from '#core/delivery/letter.ts'
import type { AttachmentFlag } from '#core/replies/inbound/incoming-mail.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { checklistOfOneState, isOpen } from './checklist.ts'
import type { Block, Draft, LetterOf, Line } from './draft.ts'
import { dueDay } from './due-day.ts'
import { howToAnswer } from './how-to-answer.ts'
import { itemsAsked } from './items-asked.ts'
import { remindersToCome } from './reminders-to-come.ts'
import { subjectOf } from './subject.ts'
import { passwordPage } from './upload-page.ts'

/** Says what came, item by item, what is still missing and by when, what has to be sent again and what could not be used. */
export function receipt(letter: LetterOf<'receipt'>, words: MailWords): Draft {
  const { request, arrived, unsure, notUsable } = letter
  const inState = (status: ItemInLetter['status']) =>
    checklistOfOneState(
      request.items.filter((item) => item.status === status),
      words,
    )
  const lists = [
    list(
      words.receipt.arrived,
      arrived.map(({ title, files }) => came(title, files.join(', ') || null)),
    ),
    list(
      words.receipt.unsure,
      unsure.map((name) => came(name, null)),
    ),
    list(
      words.receipt.unusable,
      notUsable.map(({ name, flag }) => unusable(name, flag, words)),
    ),
    list(words.receipt.missing, inState('pending')),
    list(words.receipt.resend, inState('rejected')),
  ]
  const due = dueDay(request, letter, words)
  const isLocked = notUsable.some(({ flag }) => flag === 'encrypted')
  const isComplete = !request.items.some(isOpen)
  return {
    subject: subjectOf(letter, words.subjects.receipt({ firm: letter.firm.name })),
    body: [
      { is: 'paragraph', text: lead(letter, words) },
      ...lists.flat(),
      ...(due ? [{ is: 'paragraph', text: `${due}.` } as const] : []),
      ...(isComplete ? [{ is: 'paragraph', text: words.receipt.reviewNext } as const] : []),
    ],
    ...howToAnswer(letter, request.items, words, isLocked ? passwordPage(letter, words) : null),
    footnotes: isComplete ? [] : remindersToCome(letter, words),
  }
}

function lead({ request, arrived, unsure, notUsable }: LetterOf<'receipt'>, words: MailWords) {
  const asked = itemsAsked(request)
  const total = asked.length
  const received = asked.filter((item) => !isOpen(item)).length
  if (arrived.length === 0 && (unsure.length > 0 || notUsable.length > 0)) {
    const first = unsure.length > 0 ? words.receipt.unsureOnly : words.receipt.unusableOnly
    return received > 0 ? `${first} ${words.receipt.soFar({ received, total })}` : first
  }
  // All that was asked has been waived since: there is nothing to count.
  if (total === 0) return words.discreet.received
  return received === total ? words.receipt.all({ total }) : words.receipt.some({ received, total })
}

function list(heading: string, lines: Line[]): Block[] {
  return lines.length > 0 ? [{ is: 'list', heading, lines }] : []
}

function came(text: string, note: string | null): Line {
  return { mark: '●', tone: 'settled', text, hint: null, state: null, note }
}

function unusable(name: string, flag: string, words: MailWords): Line {
  const reasons: Record<AttachmentFlag | 'other', string> = words.unusable
  const note = Object.entries(reasons).find(([known]) => known === flag)?.[1] ?? reasons.other
  return { mark: '!', tone: 'attention', text: name, hint: null, state: null, note }
}
