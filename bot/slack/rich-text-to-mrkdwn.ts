import type {
  RichText,
  RichTextBlock,
  RichTextInline,
  RichTextItem,
  RichTextMark,
} from '#core/rich-text/rich-text.ts'

/** Text that bears its marks as a whole; a line of them never holds a line end. Markup is ours and stays as it is. */
type Piece = { text: string; marks: RichTextMark[]; isMarkup?: true }
type Line = Piece[]

/** Slack reads `*bold*` only between blanks or signs; this one takes no room. */
const ZERO_WIDTH_SPACE = '\u200b'
const signs = { bold: '*', italic: '_', strike: '~', code: '`', underline: '' } as const

/**
 * The text as Slack's mrkdwn, for a section block or a preview: at most `maxChars` UTF-16 units with all markup,
 * cut between letters and ended by "…" where it is longer. Nothing that a member typed mentions anybody.
 */
export function richTextToMrkdwn(richText: RichText, maxChars = 3000): string {
  const lines = blockLines(richText.doc.content)
  const whole = write(lines, Number.POSITIVE_INFINITY)
  return whole.length <= maxChars ? whole : `${write(lines, maxChars - 1).trimEnd()}…`
}

function blockLines(blocks: RichTextBlock[]): Line[] {
  return blocks.flatMap((block, index) => (index === 0 ? linesOf(block) : [[], ...linesOf(block)]))
}

function linesOf(block: RichTextBlock): Line[] {
  switch (block.type) {
    case 'paragraph':
      return inlineLines(block.content ?? [])
    case 'heading':
      return inlineLines(block.content ?? []).map((line) => line.map(asBold))
    case 'blockquote':
      return blockLines(block.content).map((line) => [markup('> '), ...line])
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item, index) =>
        itemLines(item, block.type === 'orderedList' ? `${block.attrs.start + index}. ` : '• '),
      )
  }
}

function itemLines(item: RichTextItem, sign: string): Line[] {
  const lines = item.content.flatMap(linesOf)
  return lines.map((line, row) => [markup(row === 0 ? sign : '    '), ...line])
}

function inlineLines(inlines: RichTextInline[]): Line[] {
  const lines: Line[] = [[]]
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push({ text: inline.text, marks: inline.marks ?? [] })
  }
  return lines
}

function markup(text: string): Piece {
  return { text, marks: [], isMarkup: true }
}

function asBold(piece: Piece): Piece {
  const isSet = piece.marks.some(({ type }) => type === 'bold' || type === 'code')
  return isSet ? piece : { ...piece, marks: [...piece.marks, { type: 'bold' }] }
}

function write(lines: Line[], room: number): string {
  let out = ''
  for (const [index, line] of lines.entries()) {
    if (index > 0) out += '\n'
    for (const [place, piece] of line.entries()) {
      const glue = joint(line[place - 1], piece)
      const fitting = fit(piece, room - out.length - glue.length)
      if (fitting.text !== '') out += glue + dress(fitting)
      if (fitting.text !== piece.text) return out
    }
    if (out.length >= room) return out.slice(0, room)
  }
  return out
}

/** Two pieces that touch without a blank need something between them if one of them is dressed. */
function joint(before: Piece | undefined, piece: Piece): string {
  if (!before || (before.marks.length === 0 && piece.marks.length === 0)) return ''
  return /\s$/.test(before.text) || /^\s/.test(piece.text) ? '' : ZERO_WIDTH_SPACE
}

function fit(piece: Piece, room: number): Piece {
  if (dress(piece).length <= room) return piece
  let text = ''
  for (const { segment } of new Intl.Segmenter('es', { granularity: 'grapheme' }).segment(piece.text)) {
    if (dress({ ...piece, text: text + segment }).length > room) break
    text += segment
  }
  return { ...piece, text }
}

function dress({ text, marks, isMarkup }: Piece): string {
  if (isMarkup) return text
  const core = text.trim()
  if (core === '') return text
  const start = text.indexOf(core)
  const [lead, trail] = [text.slice(0, start), text.slice(start + core.length)]
  const href = marks.find((mark) => mark.type === 'link')?.attrs.href
  const linked = href === undefined ? escape(core) : `<${escapeAddress(href)}|${escape(core)}>`
  const dressed = marks.reduce((inner, mark) => {
    const sign = mark.type === 'link' || core.includes(signs[mark.type]) ? '' : signs[mark.type]
    return sign + inner + sign
  }, linked)
  return lead + dressed + trail
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function escapeAddress(href: string): string {
  return escape(href.replace(/\|/g, '%7C').replace(/</g, '%3C').replace(/>/g, '%3E'))
}
