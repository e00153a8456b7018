import type { MailWords } from '#core/words/es-CL/mail.ts'
import { dayAndTime } from '#core/words/format.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'

/** Lets its reader in again, who asked for it: by a new password, or by their personal link. */
export function accessAgain(letter: LetterOf<'accessAgain'>, words: MailWords): Draft {
  const { again, invite, subjects } = words
  const firm = letter.firm.name
  const { expiresAt, locale, timeZone, today } = letter
  const isAccount = letter.access === 'account'
  const ask =
    isAccount && expiresAt ? again.passwordUntil(dayAndTime(expiresAt, locale, timeZone, today)) : invite.link
  return {
    subject: subjectOf(letter, isAccount ? subjects.newPassword({ firm }) : subjects.inviteLink({ firm })),
    body: [{ is: 'paragraph', text: isAccount ? again.passwordLead : again.linkLead }],
    ask: [ask],
    button: { label: isAccount ? again.passwordButton : invite.linkButton, url: letter.url },
    footnotes: [{ text: again.unexpected, link: null }],
  }
}
