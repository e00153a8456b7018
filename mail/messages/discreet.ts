import type { AboutAccess, Letter, RequestInLetter } from '#core/delivery/letter.ts'
import type { MailWords } from '#core/words/es-CL/mail.ts'
import { isOpen } from './checklist.ts'
import type { Draft } from './draft.ts'
import { dueDay } from './due-day.ts'

type AboutACase = Exclude<
  Letter,
  { kind: AboutAccess | 'remindersStopped' | 'disregard' | 'hearingOff' | 'mailWaiting' | 'digest' }
>

/**
 * The same letter without a word of the case: a neutral sentence, by when an answer is wanted, and a link to the page
 * where the rest stands, or to the portal; where there is neither, the way to ask.
 */
export function discreet(letter: AboutACase, full: Draft, portalUrl: string | null, words: MailWords): Draft {
  if (letter.confirmUrl && letter.kind === 'newsPublished')
    return toBeConfirmed(letter, letter.confirmUrl, full, words)
  const url = letter.uploadUrl ?? portalUrl
  const first = mostPressing(requestsIn(letter))
  const due = first && dueDay(first, letter, words)
  const said = sentence(letter, words)
  // The portal shows what belongs to a matter.
  const isOfNoMatter = letter.kind === 'messageAnswered' && letter.reference === null
  return {
    subject: full.subject,
    body: [{ is: 'paragraph', text: due ? `${said} ${due}.` : said }],
    ask:
      url && !isOfNoMatter
        ? [words.discreet.elsewhere]
        : [words.discreet.elsewhere, words.discreet.contactUs],
    button: url ? { label: words.discreet.pageButton, url } : null,
    footnotes: full.footnotes,
  }
}

// The page on which it is confirmed leads on to the portal.
function toBeConfirmed(letter: AboutACase, url: string, full: Draft, words: MailWords): Draft {
  return {
    subject: full.subject,
    body: [{ is: 'paragraph', text: sentence(letter, words) }],
    ask: [words.discreet.elsewhere, words.news.confirm],
    button: { label: words.news.confirmButton, url },
    footnotes: full.footnotes,
  }
}

function sentence(letter: AboutACase, { discreet }: MailWords): string {
  switch (letter.kind) {
    case 'newsPublished':
    case 'messageAnswered':
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

function requestsIn(letter: AboutACase): RequestInLetter[] {
  if (
    letter.kind === 'newsPublished' ||
    letter.kind === 'messageAnswered' ||
    letter.kind === 'requestCancelled'
  )
    return []
  return letter.kind === 'reminder' ? letter.requests : [letter.request]
}

function mostPressing(requests: RequestInLetter[]): RequestInLetter | undefined {
  const dated = requests.filter(({ dueOn, items }) => dueOn !== null && items.some(isOpen))
  return dated.toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1))[0]
}
