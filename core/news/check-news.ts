import type { RichText } from '#db/rich-text.ts'
import { checkRichText } from '../rich-text/check-rich-text.ts'

/** The body of a piece of news in its one form. Throws TextMissing, TextTooLong, RichTextInvalid. */
export function checkNews(body: unknown): RichText {
  return checkRichText(body, 'text')
}
