import type { ItemInLetter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Line, Tone } from './draft.ts'
import { reasonInWords } from './reason.ts'

/** The lines of a checklist, each with its mark and its state in a word; fresh ones, nothing yet come, go without the word. */
export function checklist(items: ItemInLetter[], words: MailWords): Line[] {
  const isFresh = items.every((item) => item.status === 'pending')
  return items.map((item) => ({
    ...lineOf(item, words),
    state: isFresh ? null : words.items.states[item.status],
  }))
}

/** Lines for items whose state the heading over them has told already. */
export function checklistOfOneState(items: ItemInLetter[], words: MailWords): Line[] {
  return items.map((item) => ({ ...lineOf(item, words), state: null }))
}

/** Whether the client still has to hand it in. */
export function isOpen(item: ItemInLetter): boolean {
  return item.status === 'pending' || item.status === 'rejected'
}

const marks: Record<ItemInLetter['status'], { mark: string; tone: Tone }> = {
  pending: { mark: '○', tone: 'open' },
  received: { mark: '●', tone: 'settled' },
  approved: { mark: '✓', tone: 'settled' },
  rejected: { mark: '!', tone: 'attention' },
  waived: { mark: '–', tone: 'quiet' },
}

function lineOf(item: ItemInLetter, words: MailWords): Line {
  const reason = item.status === 'rejected' && item.reason ? reasonInWords(item.reason, words) : null
  return {
    ...marks[item.status],
    text: item.title,
    hint: hintOf(item, words),
    state: null,
    note: reason && words.items.because({ reason }),
  }
}

function hintOf({ kind, issuedWithinDays }: ItemInLetter, { items }: MailWords): string | null {
  const said = [
    ...(kind === 'file' ? [] : [items.kinds[kind]]),
    ...(issuedWithinDays === null ? [] : [items.issuedWithin({ days: issuedWithinDays })]),
  ]
  return said.join(', ') || null
}
