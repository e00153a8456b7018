import { asList, asObject, type Json } from './check-block-element.ts'

/**
 * What a person reads in a message or a view, one line a text, top to bottom: titles, sections, labels, hints,
 * buttons, options, rich text. The fallback of a message counts only where it has no blocks.
 */
export function visibleText(surface: object): string {
  const { title, text, blocks, submit, close } = asObject(surface)
  const inBlocks = asList(blocks).flatMap(blockLines)
  const fallback = inBlocks.length === 0 ? textLines(text) : []
  return [...textLines(title), ...fallback, ...inBlocks, ...textLines(submit), ...textLines(close)].join('\n')
}

/** The lines of one block, in the order in which Slack shows them. */
export function blockLines(block: Json): string[] {
  if (block.type === 'rich_text') return asList(block.elements).flatMap(richLines)
  return [
    ...textLines(block.label),
    ...textLines(block.title),
    ...textLines(block.text),
    ...asList(block.fields).flatMap(textLines),
    ...(block.type === 'image' && typeof block.alt_text === 'string' ? [block.alt_text] : []),
    ...elementLines(asObject(block.accessory)),
    ...elementLines(asObject(block.element)),
    ...asList(block.elements).flatMap((element) => [...textLines(element), ...elementLines(element)]),
    ...textLines(block.hint),
  ]
}

function elementLines(element: Json): string[] {
  const groups = asList(element.option_groups)
  const options = [...asList(element.options), ...groups.flatMap((group) => asList(group.options))]
  return [
    ...(element.type === 'plain_text' || element.type === 'mrkdwn' ? [] : textLines(element.text)),
    ...textLines(element.placeholder),
    ...groups.flatMap((group) => textLines(group.label)),
    ...options.flatMap((option) => [...textLines(option.text), ...textLines(option.description)]),
    ...(typeof element.initial_value === 'string' ? [element.initial_value] : []),
    ...textLines(asObject(element.initial_option).text),
  ]
}

function textLines(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  const { text } = asObject(value)
  return typeof text === 'string' ? [text] : []
}

/** A section's parts run on; each item of a list is a line. */
function richLines(element: Json): string[] {
  if (element.type === 'rich_text_list') return asList(element.elements).flatMap(richLines)
  return [asList(element.elements).map(richWords).join('')]
}

function richWords({ text, url, user_id: user, name }: Json): string {
  const words = text ?? url ?? user ?? name
  return typeof words === 'string' ? words : ''
}
