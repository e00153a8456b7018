import type { Node } from '@tiptap/pm/model'
import { RichTextInvalid, TextMissing, TextTooLong } from '../errors.ts'
import { canonicalDoc } from './canonical-doc.ts'
import type { RichText } from './rich-text.ts'
import { richTextSchema } from './rich-text-schema.ts'

/** UTF-16 units of text in one rich text, without its markup. */
export const MAX_RICH_TEXT_LENGTH = 20_000

/** Eight lists inside one another, which is as deep as Slack indents, then a paragraph and its text. */
const MAX_DEPTH = 18
const MAX_NODES = 10_000

/**
 * Gives back rich text in its one canonical form: known nodes and attributes only, no control characters,
 * runs joined, no empty paragraphs at either end. Checking what was checked changes nothing.
 * Throws RichTextInvalid, TextMissing when nothing a person could read was written, or TextTooLong;
 * `field` is the code word of the form's field, for whoever explains the refusal.
 */
export function checkRichText(json: unknown, field = 'text'): RichText {
  if (!isObject(json) || json.version !== 1) throw new RichTextInvalid()
  measure(json.doc, field)
  const node = parse(json.doc)
  if (!/[^\p{C}\p{Z}\s]/u.test(node.textContent)) throw new TextMissing(field)
  return { version: 1, doc: canonicalDoc(node) }
}

/** Walks without recursion: what follows recurses, and this is what keeps it from being sent too deep. */
function measure(doc: unknown, field: string) {
  const rest = [{ value: doc, depth: 0 }]
  let length = 0
  let nodes = 0
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next
    if (!isObject(value) || depth > MAX_DEPTH) throw new RichTextInvalid()
    if (typeof value.text === 'string') length += value.text.length
    const content = Array.isArray(value.content) ? value.content : []
    nodes += content.length
    if (nodes > MAX_NODES) throw new RichTextInvalid()
    for (const child of content) rest.push({ value: child, depth: depth + 1 })
  }
  if (length > MAX_RICH_TEXT_LENGTH) throw new TextTooLong(field, MAX_RICH_TEXT_LENGTH, length)
}

function parse(doc: unknown): Node {
  try {
    const node = richTextSchema.nodeFromJSON(doc)
    node.check()
    if (node.type === richTextSchema.topNodeType) return node
  } catch {
    // ProseMirror throws RangeError or TypeError for whatever it cannot read; all of it came from outside.
  }
  throw new RichTextInvalid()
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
