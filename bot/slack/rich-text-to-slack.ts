import type { types } from '@slack/bolt'
import type {
  RichText,
  RichTextBlock,
  RichTextInline,
  RichTextItem,
  RichTextList,
} from '#core/rich-text/rich-text.ts'

type Element = types.RichTextElement
/** Slack documents `offset`, its types do not know it: numbers already used before the first item. */
type SlackList = types.RichTextList & { offset?: number }
type SlackElement = Exclude<types.RichTextBlockElement, types.RichTextList> | SlackList

/** Slack indents no further. */
const MAX_INDENT = 8

/**
 * Slack's form of a rich text, to show it or to have it edited: nested lists become flat ones with an indent,
 * headings bold lines, lists inside quotes lines with a bullet. `richTextFromSlack` gives the same text back,
 * headings aside.
 */
export function richTextToSlack(richText: RichText): types.RichTextBlock {
  const elements: SlackElement[] = []
  addBlocks(elements, richText.doc.content)
  return { type: 'rich_text', elements }
}

function addBlocks(elements: SlackElement[], blocks: RichTextBlock[]) {
  blocks.forEach((block, index) => {
    if (block.type === 'bulletList' || block.type === 'orderedList') {
      // Two lists of one kind in a row would be one list to Slack.
      if (blocks[index - 1]?.type === block.type) elements.push(section([{ type: 'text', text: '\n' }]))
      addList(elements, block, 0)
      return
    }
    addBlock(elements, block)
  })
}

function addBlock(elements: SlackElement[], block: Exclude<RichTextBlock, RichTextList>) {
  if (block.type === 'blockquote') {
    elements.push({ type: 'rich_text_quote', elements: flatten(block.content) })
    return
  }
  if (!block.content) return
  const last = elements.at(-1)
  if (last?.type === 'rich_text_section')
    last.elements.push({ type: 'text', text: '\n\n' }, ...flatten([block]))
  else elements.push(section(flatten([block])))
}

function addList(elements: SlackElement[], list: RichTextList, indent: number) {
  let current: SlackList | undefined
  list.content.forEach((item, index) => {
    const { head, rest } = parts(item)
    if (!current || elements.at(-1) !== current) {
      current = startList(list, indent, index)
      elements.push(current)
    }
    current.elements.push(section(flatten(head)))
    for (const block of rest) {
      if (block.type === 'bulletList' || block.type === 'orderedList') addList(elements, block, indent + 1)
      else addBlock(elements, block)
    }
  })
}

function startList(list: RichTextList, indent: number, index: number): SlackList {
  const start: SlackList = {
    type: 'rich_text_list',
    style: list.type === 'orderedList' ? 'ordered' : 'bullet',
    indent: Math.min(indent, MAX_INDENT),
    elements: [],
  }
  const offset = list.type === 'orderedList' ? list.attrs.start - 1 + index : 0
  return offset > 0 ? { ...start, offset } : start
}

/** What stands on the item's own lines, and what must follow as elements of its own. */
function parts(item: RichTextItem) {
  const found = item.content.findIndex(({ type }) => type !== 'paragraph' && type !== 'heading')
  const cut = found === -1 ? item.content.length : found
  return { head: item.content.slice(0, cut), rest: item.content.slice(cut) }
}

function section(elements: Element[]): types.RichTextSection {
  return { type: 'rich_text_section', elements }
}

/** Blocks as one run of elements, a blank line between them. */
function flatten(blocks: RichTextBlock[]): Element[] {
  return blocks.flatMap((block, index) => [
    ...(index > 0 ? [{ type: 'text', text: '\n\n' } as const] : []),
    ...flattenOne(block),
  ])
}

function flattenOne(block: RichTextBlock): Element[] {
  switch (block.type) {
    case 'paragraph':
      return (block.content ?? []).map((inline) => inlineElement(inline, false))
    case 'heading':
      return (block.content ?? []).map((inline) => inlineElement(inline, true))
    case 'blockquote':
      return flatten(block.content)
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item, index) => {
        const sign = block.type === 'orderedList' ? `${block.attrs.start + index}. ` : '• '
        return [{ type: 'text', text: (index > 0 ? '\n' : '') + sign } as const, ...flatten(item.content)]
      })
  }
}

function inlineElement(inline: RichTextInline, isHeading: boolean): Element {
  if (inline.type === 'hardBreak') return { type: 'text', text: '\n' }
  const names = (inline.marks ?? []).flatMap(({ type }) => (type === 'link' ? [] : [type]))
  const shown = isHeading && !names.includes('code') ? [...names, 'bold'] : names
  const style = shown.length > 0 ? { style: Object.fromEntries(shown.map((name) => [name, true])) } : {}
  const link = inline.marks?.find((mark) => mark.type === 'link')
  return link
    ? { type: 'link', url: link.attrs.href, text: inline.text, ...style }
    : { type: 'text', text: inline.text, ...style }
}
