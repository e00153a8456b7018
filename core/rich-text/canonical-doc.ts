import type { Mark, Node } from '@tiptap/pm/model'
import { RichTextInvalid } from '../errors.ts'
import { isSafeLink } from './is-safe-link.ts'
import type { RichTextBlock, RichTextDoc, RichTextInline, RichTextItem, RichTextMark } from './rich-text.ts'

const MAX_LIST_START = 9_999

/**
 * Writes a checked ProseMirror document down in our own words, leaving out every attribute that is not ours.
 * Throws RichTextInvalid for what the schema cannot see: heading levels, list starts, links.
 */
export function canonicalDoc(doc: Node): RichTextDoc {
  const blocks = doc.children.map(block)
  const first = blocks.findIndex(isFilled)
  const last = blocks.findLastIndex(isFilled)
  return { type: 'doc', content: blocks.slice(first, last + 1) }
}

function isFilled(candidate: RichTextBlock) {
  return candidate.type !== 'paragraph' || candidate.content !== undefined
}

function block(node: Node): RichTextBlock {
  switch (node.type.name) {
    case 'paragraph':
      return { type: 'paragraph', ...inlineContent(node) }
    case 'heading':
      return { type: 'heading', attrs: { level: headingLevel(node) }, ...inlineContent(node) }
    case 'bulletList':
      return { type: 'bulletList', content: node.children.map(item) }
    case 'orderedList':
      return { type: 'orderedList', attrs: { start: listStart(node) }, content: node.children.map(item) }
    case 'blockquote':
      return { type: 'blockquote', content: node.children.map(block) }
    default:
      throw new RichTextInvalid()
  }
}

function item(node: Node): RichTextItem {
  return { type: 'listItem', content: node.children.map(block) }
}

function headingLevel(node: Node): 2 | 3 {
  const level: unknown = node.attrs.level
  if (level !== 2 && level !== 3) throw new RichTextInvalid()
  return level
}

function listStart(node: Node): number {
  const start: unknown = node.attrs.start
  if (typeof start !== 'number' || !Number.isInteger(start)) throw new RichTextInvalid()
  if (start < 0 || start > MAX_LIST_START) throw new RichTextInvalid()
  return start
}

function inlineContent(node: Node): { content?: RichTextInline[] } {
  const content: RichTextInline[] = []
  for (const child of node.children) {
    if (child.isText) appendRun(content, cleanText(child.text ?? ''), child.marks.map(mark))
    else content.push({ type: 'hardBreak' })
  }
  return content.length > 0 ? { content } : {}
}

/** Cleaning may leave nothing of a run, and its neighbours then belong together. */
function appendRun(content: RichTextInline[], text: string, marks: RichTextMark[]) {
  if (text === '') return
  const previous = content.at(-1)
  if (previous?.type === 'text' && JSON.stringify(previous.marks ?? []) === JSON.stringify(marks)) {
    previous.text += text
    return
  }
  content.push({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })
}

/** Line ends inside a run are spaces, as HTML reads them; control characters and halves of pairs go (PostgreSQL takes neither). */
function cleanText(text: string) {
  return text.replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, ' ').replace(/[^\P{Cc}\t]|\p{Cs}/gu, '')
}

function mark(source: Mark): RichTextMark {
  const type = source.type.name
  switch (type) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'underline':
    case 'code':
      return { type }
    case 'link': {
      const href: unknown = source.attrs.href
      if (!isSafeLink(href)) throw new RichTextInvalid()
      return { type, attrs: { href } }
    }
    default:
      throw new RichTextInvalid()
  }
}
