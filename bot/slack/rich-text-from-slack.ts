import type { types } from '@slack/bolt'
import { checkRichText } from '#core/rich-text/check-rich-text.ts'
import type {
  RichText,
  RichTextBlock,
  RichTextInline,
  RichTextItem,
  RichTextList,
  RichTextParagraph,
} from '#core/rich-text/rich-text.ts'
import { runsFromSlack, type SlackNames } from './runs-from-slack.ts'

/** A list that may still grow, and how deep it stands is its place in the row. */
type OpenLists = RichTextList[]

/**
 * Our form of what was typed into Slack. Lists that Slack keeps flat become nested; a blank line parts
 * paragraphs; mentions, dates, emoji and colours become text; a link that is not https or mailto becomes its words.
 * Throws as `checkRichText` does; `field` as there.
 */
export function richTextFromSlack(
  block: types.RichTextBlock,
  names: SlackNames = {},
  field = 'text',
): RichText {
  const content: RichTextBlock[] = []
  let open: OpenLists = []
  for (const element of block.elements) {
    if (element.type === 'rich_text_list') {
      open = addList(content, open, element, names)
      continue
    }
    open = []
    content.push(...blocksOf(element, names))
  }
  const whole = content.length > 0 ? content : [{ type: 'paragraph' }]
  return checkRichText({ version: 1, doc: { type: 'doc', content: whole } }, field)
}

function blocksOf(
  element: Exclude<types.RichTextBlockElement, types.RichTextList>,
  names: SlackNames,
): RichTextBlock[] {
  if (element.type === 'rich_text_preformatted') {
    return paragraphsOf(
      element.elements.map((piece) => ({ ...piece, style: { code: true } })),
      names,
    )
  }
  const paragraphs = paragraphsOf(element.elements, names)
  const isQuote = element.type === 'rich_text_quote' && paragraphs.length > 0
  return isQuote ? [{ type: 'blockquote', content: paragraphs }] : paragraphs
}

function addList(
  content: RichTextBlock[],
  open: OpenLists,
  element: types.RichTextList,
  names: SlackNames,
): OpenLists {
  const depth = Math.min(element.indent ?? 0, open.length)
  const offset = 'offset' in element && typeof element.offset === 'number' ? element.offset : 0
  const items = element.elements.map((section): RichTextItem => {
    const paragraphs = paragraphsOf(section.elements, names)
    return { type: 'listItem', content: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph' }] }
  })
  const sibling = open[depth]
  if (sibling && goesOn(sibling, element.style, offset)) {
    sibling.content.push(...items)
    return open.slice(0, depth + 1)
  }
  const list: RichTextList =
    element.style === 'ordered'
      ? { type: 'orderedList', attrs: { start: offset + 1 }, content: items }
      : { type: 'bulletList', content: items }
  const parent = open[depth - 1]?.content.at(-1)?.content ?? content
  parent.push(list)
  return [...open.slice(0, depth), list]
}

/** After an inner list Slack starts the outer one again, numbered lists at the number they had reached. */
function goesOn(list: RichTextList, style: 'bullet' | 'ordered', offset: number) {
  if (list.type === 'bulletList') return style === 'bullet'
  return style === 'ordered' && offset === list.attrs.start - 1 + list.content.length
}

function paragraphsOf(elements: types.RichTextElement[], names: SlackNames): RichTextParagraph[] {
  const paragraphs: RichTextInline[][] = [[]]
  let lineEnds = 0
  for (const run of runsFromSlack(elements, names)) {
    for (const piece of run.text.split(/(\n)/)) {
      if (piece === '\n') lineEnds++
      if (piece === '\n' || piece === '') continue
      const current = paragraphs.at(-1) ?? []
      if (lineEnds > 1 && current.length > 0) paragraphs.push([])
      if (lineEnds === 1 && current.length > 0) current.push({ type: 'hardBreak' })
      lineEnds = 0
      paragraphs.at(-1)?.push({ ...run, text: piece })
    }
  }
  return paragraphs.filter((content) => content.length > 0).map((content) => ({ type: 'paragraph', content }))
}
