import type { Letter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { accessInvite } from './access-invite.ts'
import { answerRejected } from './answer-rejected.ts'
import { discreet } from './discreet.ts'
import { documentsRequested } from './documents-requested.ts'
import type { Draft } from './draft.ts'
import { frameOf } from './frame.ts'
import { layout } from './layout.ts'
import { newsPublished } from './news-published.ts'
import { plainText } from './plain-text.ts'
import { receipt } from './receipt.ts'
import { reminder } from './reminder.ts'
import { requestCancelled } from './request-cancelled.ts'
import { wordsForMail } from './words-for-mail.ts'

/** A letter as it is read, in two forms that say the same. */
export type WrittenLetter = { subject: string; html: string; text: string }

/** What the letter itself does not know: where the portal is, and the mark by which its quotation is recognised. */
export type Surroundings = { portalUrl: string | null; mark: string | null }

/** Puts a letter into its reader's words: subject, HTML and plain text, all without anything fetched from outside. */
export function writeLetter(
  letter: Letter,
  { portalUrl, mark }: Surroundings = { portalUrl: null, mark: null },
): WrittenLetter {
  const language = wordsForMail(letter.locale)
  const full = draftOf(letter, language)
  const isHeldBack = letter.discreet && letter.kind !== 'accessInvite'
  const draft = isHeldBack ? discreet(letter, full, portalUrl, language) : full
  const frame = frameOf(letter, language, mark)
  return { subject: draft.subject, html: layout(draft, frame), text: plainText(draft, frame) }
}

function draftOf(letter: Letter, language: MailWords): Draft {
  switch (letter.kind) {
    case 'newsPublished':
      return newsPublished(letter, language)
    case 'documentsRequested':
      return documentsRequested(letter, language)
    case 'requestCancelled':
      return requestCancelled(letter, language)
    case 'receipt':
      return receipt(letter, language)
    case 'answerRejected':
      return answerRejected(letter, language)
    case 'reminder':
      return reminder(letter, language)
    case 'accessInvite':
      return accessInvite(letter, language)
  }
}
