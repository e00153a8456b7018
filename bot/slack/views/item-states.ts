import type { ItemInLetter } from '#core/delivery/letter.ts'
import type { ChatWords } from '#core/words/es-CL/chat.ts'
import { safe } from '../mrkdwn.ts'

const marks = { pending: '○', received: '●', approved: '✓', rejected: '✗', waived: '–' } as const

type Item = Pick<ItemInLetter, 'status'> & { reason?: ItemInLetter['reason']; decidedBy?: string | null }

/** "✗ Rechazado por Ana Rojas: No se lee bien (solo el reverso)": a word with a mark, who decided, and why. */
export function itemState(words: ChatWords, item: Item, mostNote = 200): string {
  const state = words.item.states[item.status]
  const named = item.decidedBy ? words.item.by({ state, name: safe(item.decidedBy, 80) }) : state
  return `${marks[item.status]} ${named}${reasonOf(words, item, mostNote)}`
}

function reasonOf(words: ChatWords, { status, reason }: Item, mostNote: number): string {
  if (status !== 'rejected' || !reason) return ''
  const note = reason.note ? safe(reason.note, mostNote) : ''
  if (reason.code === 'other') return note && `: ${note}`
  return `: ${words.reasons[reason.code]}${note && ` (${note})`}`
}
