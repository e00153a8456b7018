import type { Letter } from '#core/delivery/letter.ts'
import { wordsForMail } from './messages/words-for-mail.ts'

/**
 * The headers by which a mail program offers to stop reminders: a page that stops them by POST where it is reached by
 * https (RFC 8058), and a mail that says so in the reader's language (RFC 2369). None for other letters.
 */
export function stopRemindersHeaders(letter: Letter, answersTo: string | null): Record<string, string> {
  if (letter.kind !== 'reminder') return {}
  const words = encodeURIComponent(wordsForMail(letter.locale).reminder.stopWords)
  const byMail = answersTo && `<mailto:${answersTo}?subject=${words}&body=${words}>`
  const byPage = letter.remindersUrl && `<${letter.remindersUrl}>`
  const ways = [byPage, byMail].filter(Boolean).join(', ')
  if (!ways) return {}
  const byPost = letter.remindersUrl?.startsWith('https:') ? 'List-Unsubscribe=One-Click' : null
  return { 'List-Unsubscribe': ways, ...(byPost && { 'List-Unsubscribe-Post': byPost }) }
}
