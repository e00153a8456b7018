import { checkRichText } from './check-rich-text.ts'
import { isSafeLink, MAX_LINK_LENGTH } from './is-safe-link.ts'
import type { RichText, RichTextInline, RichTextParagraph } from './rich-text.ts'

/**
 * Rich text of what was typed without any markup: a blank line parts paragraphs, a single line end stays one,
 * https addresses become links. Throws as `checkRichText` does; `field` as there.
 */
export function plainTextToRichText(text: string, field = 'text'): RichText {
  const paragraphs = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(paragraphOf)
  const content = paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph' }]
  return checkRichText({ version: 1, doc: { type: 'doc', content } }, field)
}

function paragraphOf(text: string): RichTextParagraph {
  const lines = text.replace(/^\n+/, '').trimEnd().split('\n')
  const content = lines.flatMap((line, index): RichTextInline[] => [
    ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
    ...lineOf(line),
  ])
  return { type: 'paragraph', content }
}

function lineOf(line: string): RichTextInline[] {
  return line
    .split(/(https:\/\/[^\s<>"]+)/)
    .flatMap((piece, index) => (index % 2 === 1 ? linkOf(piece) : textOf(piece)))
}

function textOf(text: string): RichTextInline[] {
  return text === '' ? [] : [{ type: 'text', text }]
}

function linkOf(found: string): RichTextInline[] {
  if (found.length > MAX_LINK_LENGTH) return textOf(found)
  const href = withoutTrailingPunctuation(found)
  if (!isSafeLink(href)) return textOf(found)
  const link: RichTextInline = { type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }
  return [link, ...textOf(found.slice(href.length))]
}

/** The full stop after an address belongs to the sentence, and so does a bracket that was opened before it. */
function withoutTrailingPunctuation(found: string): string {
  const cut = found.replace(/[.,;:!?'’”»…]+$/, '')
  if (!/[)\]]$/.test(cut)) return cut
  const opened = cut.split(/[([]/).length
  const closed = cut.split(/[)\]]/).length
  return closed > opened ? withoutTrailingPunctuation(cut.slice(0, -1)) : cut
}
