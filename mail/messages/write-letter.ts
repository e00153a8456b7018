import { isAboutAccess, type Letter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { accessAgain } from './access-again.ts'
import { accessInvite } from './access-invite.ts'
import { answerRejected } from './answer-rejected.ts'
import { discreet } from './discreet.ts'
import { digest } from './digest.ts'
import { disregard } from './disregard.ts'
import { documentsRequested } from './documents-requested.ts'
import type { Draft } from './draft.ts'
import { frameOf } from './frame.ts'
import { hearingOff } from './hearing-off.ts'
import { layout } from './layout.ts'
import { mailWaiting } from './mail-waiting.ts'
import { messageAnswered } from './message-answered.ts'
import { neutral } from './neutral.ts'
import { newsPublished } from './news-published.ts'
import { passwordSet } from './password-set.ts'
import { plainText } from './plain-text.ts'
import { receipt } from './receipt.ts'
import { reminder } from './reminder.ts'
import { remindersStopped } from './reminders-stopped.ts'
import { requestCancelled } from './request-cancelled.ts'
import { stepUpCode } from './step-up-code.ts'
import { wordsForMail } from './words-for-mail.ts'

/** A letter as it is read, in two forms that say the same. */
export type WrittenLetter = { subject: string; html: string; text: string }

/**
 * What the letter itself does not know: where the portal is, the mark by which its quotation is recognised, and whether
 * somebody reads what is replied to it.
 */
export type Surroundings = { portalUrl: string | null; mark: string | null; takesReplies: boolean }

/** Puts a letter into its reader's words: subject, HTML and plain text, all without anything fetched from outside. */
export function writeLetter(
  letter: Letter,
  { portalUrl, mark, takesReplies }: Surroundings = { portalUrl: null, mark: null, takesReplies: true },
): WrittenLetter {
  const language = wordsForMail(letter.locale, letter.firm.formOfAddress)
  const full = draftOf(letter, language)
  const isHeldBack = letter.discreet && !isAboutAccess(letter) && !saysNothing(letter)
  const told = isHeldBack ? discreet(letter, full, portalUrl, language) : full
  const draft = letter.neutral ? neutral(letter, told, language) : told
  const frame = frameOf(letter, language, { mark, takesReplies })
  return { subject: draft.subject, html: layout(draft, frame), text: plainText(draft, frame) }
}

// Of no case, whatever it is about; or to a member, who is told of each matter what may be said.
function saysNothing(letter: Letter): letter is Extract<Letter, { kind: SaysNothing }> {
  return sayNothing.some((kind) => kind === letter.kind)
}

type SaysNothing = (typeof sayNothing)[number]

const sayNothing = ['remindersStopped', 'disregard', 'hearingOff', 'mailWaiting', 'digest'] as const

function draftOf(letter: Letter, language: MailWords): Draft {
  switch (letter.kind) {
    case 'newsPublished':
      return newsPublished(letter, language)
    case 'documentsRequested':
      return documentsRequested(letter, language)
    case 'requestCancelled':
      return requestCancelled(letter, language)
    case 'disregard':
      return disregard(letter, language)
    case 'hearingOff':
      return hearingOff(letter, language)
    case 'receipt':
      return receipt(letter, language)
    case 'messageAnswered':
      return messageAnswered(letter, language)
    case 'mailWaiting':
      return mailWaiting(letter, language)
    case 'answerRejected':
      return answerRejected(letter, language)
    case 'reminder':
      return reminder(letter, language)
    case 'remindersStopped':
      return remindersStopped(letter, language)
    case 'accessInvite':
      return accessInvite(letter, language)
    case 'accessAgain':
      return accessAgain(letter, language)
    case 'passwordSet':
      return passwordSet(letter, language)
    case 'stepUpCode':
      return stepUpCode(letter, language)
    case 'digest':
      return digest(letter, language)
  }
}
