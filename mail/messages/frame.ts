import type { Letter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Locale } from '#core/words/locale.ts'
import { salutation } from './salutation.ts'

/** What stands around every letter: greeting and signature, and the foot with the way to the firm. */
export type Frame = {
  language: Locale
  /** Null where nobody may learn who writes. */
  firm: string | null
  accent: string | null
  salutation: string
  farewell: string
  /** Between the letter and its foot; null where no answer is expected. */
  replyLine: string | null
  /** How to reach the firm. */
  contact: string | null
  /** About safety, and what to do with a letter that went astray; null to members. */
  safety: string | null
  /** Carries the mark that tells in a quoted letter what it was about, where headers and reply address were lost. */
  code: string | null
}

/** The frame of a letter; `mark` and `takesReplies` as in `writeLetter`. */
export function frameOf(
  letter: Letter,
  words: MailWords,
  { mark, takesReplies }: { mark: string | null; takesReplies: boolean },
): Frame {
  const { footer, greeting } = words
  const byReply = takesReplies ? footer.supportByReply : null
  const around = {
    language: letter.locale,
    salutation: salutation(letter, words),
    replyLine: letter.replyAddressId && footer.replyLine,
    code: mark && footer.code({ mark }),
  }
  if (letter.neutral) {
    const { farewell } = words.neutral
    return { ...around, firm: null, accent: null, farewell, contact: byReply, safety: footer.safety }
  }
  const isToMember = letter.kind === 'digest'
  const support = letter.firm.supportContact?.trim()
  const contact = [
    isToMember ? null : support ? footer.support({ contact: support }) : byReply,
    letter.reference && footer.reference({ reference: letter.reference }),
  ]
  return {
    ...around,
    firm: letter.firm.name,
    accent: letter.firm.accent,
    farewell: greeting.farewell,
    contact: contact.filter((part) => part !== null).join(' · ') || null,
    safety: isToMember ? null : footer.safety,
  }
}
