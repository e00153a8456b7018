import type { Letter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { clockIn, timeInWords } from '#core/words/format.ts'
import type { Block, Draft } from './draft.ts'
import { subjectOf } from './subject.ts'

/**
 * A letter, discreet where it is about a case, without a word that tells who sent it: not in its subject either, which is the same
 * for nearly all of them, so that those of a thread stay together.
 */
export function neutral(letter: Letter, draft: Draft, words: MailWords): Draft {
  return { ...draft, ...instead(letter, draft, words), subject: neutralSubject(letter, words) }
}

function neutralSubject({ kind, thread }: Letter, { neutral }: MailWords): string {
  const subject = kind === 'stepUpCode' ? neutral.codeSubject : neutral.subject
  // One that began before may name the firm.
  const goesOn = thread?.subject?.endsWith(subject) ? thread : null
  return subjectOf({ thread: goesOn, reference: null }, subject)
}

/** What would else speak of an office, its portal or its cases. */
function instead(letter: Letter, { body, button }: Draft, { neutral }: MailWords): Partial<Draft> {
  switch (letter.kind) {
    case 'accessInvite':
      return {
        body: paragraph(neutral.invite),
        button: letter.access === 'link' ? { label: neutral.enterButton, url: letter.url } : button,
        footnotes: [{ text: neutral.inviteUnexpected, link: null }],
      }
    case 'accessAgain':
      return letter.access === 'link'
        ? { body: paragraph(neutral.linkAgain), button: { label: neutral.enterButton, url: letter.url } }
        : { body: paragraph(neutral.passwordAgain) }
    case 'passwordSet':
      return { body: paragraph(letter.changed ? neutral.passwordChanged : neutral.passwordSet) }
    case 'stepUpCode': {
      const { time } = clockIn(letter.timeZone)(letter.expiresAt)
      return {
        body: [...paragraph(neutral.code), ...body.slice(1)],
        ask: [neutral.codeUntil({ time: timeInWords(time, letter.locale) })],
        footnotes: [{ text: neutral.codeUnexpected, link: null }],
      }
    }
    case 'remindersStopped':
      return { body: body.slice(0, 1) }
    default:
      return {}
  }
}

function paragraph(text: string): Block[] {
  return [{ is: 'paragraph', text }]
}
