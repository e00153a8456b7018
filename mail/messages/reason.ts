import type { RejectionReason } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'

/** Why an answer was rejected, in the reader's language and then in the member's own words; null where neither says anything. */
export function reasonInWords(reason: RejectionReason, words: MailWords): string | null {
  const note = reason.note?.trim() || null
  if (reason.code === 'other') return note
  return note ? `${words.reasons[reason.code]}. ${note}` : words.reasons[reason.code]
}
