import type { MailWords } from '#core/words/es-CL/mail.ts'
import { dayAndTime } from '#core/words/format.ts'
import type { Draft, LetterOf } from './draft.ts'
import { subjectOf } from './subject.ts'

/** Opens the portal to its reader: by a password they choose, or by a personal link. */
export function accessInvite(letter: LetterOf<'accessInvite'>, words: MailWords): Draft {
  const { invite, subjects } = words
  const firm = letter.firm.name
  const isAccount = letter.access === 'account'
  const label = isAccount ? invite.passwordButton : invite.linkButton
  return {
    subject: subjectOf(letter, isAccount ? subjects.invitePassword({ firm }) : subjects.inviteLink({ firm })),
    body: [{ is: 'paragraph', text: invite.lead }],
    ask: [howToEnter(letter, words)],
    button: { label, url: letter.url },
    footnotes: [{ text: invite.unexpected, link: null }],
  }
}

function howToEnter(
  { access, expiresAt, locale, timeZone, today }: LetterOf<'accessInvite'>,
  { invite }: MailWords,
) {
  if (!expiresAt) return access === 'account' ? invite.password : invite.link
  const until = dayAndTime(expiresAt, locale, timeZone, today)
  return access === 'account' ? invite.passwordUntil(until) : invite.linkUntil(until)
}
