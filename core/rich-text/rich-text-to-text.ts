import type { RichText, RichTextBlock, RichTextInline, RichTextList, RichTextRun } from './rich-text.ts'

/**
 * Plain text that reads as well as the rich one: blank lines between blocks, "- " and "1. " for lists,
 * "> " for quotes, "text (address)" for links. Struck text stays marked, ~~so~~: without it a corrected date
 * would read as valid. Lines are not wrapped.
 */
export function richTextToText(richText: RichText): string {
  return blockLines(richText.doc.content).join('\n')
}

function blockLines(blocks: RichTextBlock[]): string[] {
  return blocks.flatMap((block, index) => (index === 0 ? linesOf(block) : ['', ...linesOf(block)]))
}

function linesOf(block: RichTextBlock): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content ?? []).split('\n')
    case 'blockquote':
      return blockLines(block.content).map((line) => `> ${line}`.trimEnd())
    case 'bulletList':
    case 'orderedList':
      return listLines(block)
  }
}

function listLines(list: RichTextList): string[] {
  return list.content.flatMap((item, index) => {
    const sign = list.type === 'orderedList' ? `${list.attrs.start + index}. ` : '- '
    const lines = itemLines(item.content)
    return lines.map((line, row) => (row === 0 ? sign : line && ' '.repeat(sign.length)) + line)
  })
}

/** A list inside an item follows its line at once; other blocks keep their distance. */
function itemLines(blocks: RichTextBlock[]): string[] {
  return blocks.flatMap((block, index) => {
    const isList = block.type === 'bulletList' || block.type === 'orderedList'
    return index === 0 || isList ? linesOf(block) : ['', ...linesOf(block)]
  })
}

function inlineText(inlines: RichTextInline[]): string {
  return inlines.map((inline, index) => pieceText(inline, inlines[index + 1])).join('')
}

function pieceText(inline: RichTextInline, next: RichTextInline | undefined): string {
  if (inline.type === 'hardBreak') return '\n'
  const struck = inline.marks?.some(({ type }) => type === 'strike')
  const text = struck ? `~~${inline.text}~~` : inline.text
  const href = hrefOf(inline)
  const goesOn = next?.type === 'text' && hrefOf(next) === href
  return href === undefined || goesOn || saysItself(inline.text, href) ? text : `${text} (${href})`
}

function hrefOf(run: RichTextRun): string | undefined {
  return run.marks?.find((mark) => mark.type === 'link')?.attrs.href
}

function saysItself(text: string, href: string) {
  return [href, href.replace(/\/$/, ''), href.replace(/^mailto:/, '')].includes(text)
}
