import type { Letter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import type { Draft } from './draft.ts'

type AboutACase = Exclude<Letter, { kind: 'accessInvite' }>

/**
 * The same letter without a word of the case: a neutral sentence and a link to the page where the rest stands, or
 * to the portal; where there is neither, the way to ask.
 */
export function discreet(letter: AboutACase, full: Draft, portalUrl: string | null, words: MailWords): Draft {
  const url = letter.uploadUrl ?? portalUrl
  return {
    subject: full.subject,
    body: [{ is: 'paragraph', text: sentence(letter, words) }],
    ask: url ? [words.discreet.elsewhere] : [words.discreet.elsewhere, words.discreet.contactUs],
    button: url ? { label: words.discreet.pageButton, url } : null,
    footnotes: full.footnotes,
  }
}

function sentence(letter: AboutACase, { discreet }: MailWords): string {
  switch (letter.kind) {
    case 'newsPublished':
      return discreet.news
    case 'documentsRequested':
    case 'reminder':
      return discreet.pending
    case 'answerRejected':
      return discreet.again
    case 'receipt':
      return discreet.received
    case 'requestCancelled':
      return discreet.cancelled
  }
}
