import type { types } from '@slack/bolt'
import { asList, asObject, type Json } from '../../slack/check-block-element.ts'

/** How a composer without buttons is told what is meant; shown beside the field. */
export const typingHint = '*bold*, _italic_, and lines that begin with “- ” for a list'

/** What Slack's composer makes of typed lines: sections, lists, bold and italic. */
export function richTextFromTyping(text: string): types.RichTextBlock {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const elements: types.RichTextBlock['elements'] = []
  let plain: string[] = []
  let listed: string[] = []
  const endPlain = () => {
    if (plain.join('').trim())
      elements.push({ type: 'rich_text_section', elements: pieces(plain.join('\n')) })
    plain = []
  }
  const endList = () => {
    const items = listed.map((item) => ({ type: 'rich_text_section' as const, elements: pieces(item) }))
    if (items.length > 0) elements.push({ type: 'rich_text_list', style: 'bullet', elements: items })
    listed = []
  }
  for (const line of lines) {
    const item = /^\s*[-•]\s+(.*\S)/.exec(line)?.[1]
    if (item === undefined) endList()
    else endPlain()
    if (item === undefined) plain.push(line)
    else listed.push(item)
  }
  endPlain()
  endList()
  return { type: 'rich_text', elements }
}

function pieces(text: string): types.RichTextElement[] {
  const parts = text.split(/(\*[^*\n]+\*|(?<!\w)_[^_\n]+_(?!\w))/).filter((part) => part !== '')
  return parts.map((part) => {
    if (/^\*.+\*$/.test(part)) return { type: 'text', text: part.slice(1, -1), style: { bold: true } }
    if (/^_.+_$/.test(part)) return { type: 'text', text: part.slice(1, -1), style: { italic: true } }
    return { type: 'text', text: part }
  })
}

/** The same the other way, as it would be typed; links become their words. */
export function typingFromRichText(block: Json): string {
  return asList(block.elements).map(lineOf).join('\n').trim()
}

function lineOf(element: Json): string {
  if (element.type === 'rich_text_list')
    return asList(element.elements)
      .map((item) => `- ${wordsOf(item)}`)
      .join('\n')
  return wordsOf(element)
}

function wordsOf(element: Json): string {
  return asList(element.elements)
    .map(({ text, url, style }) => {
      const words = typeof text === 'string' ? text : typeof url === 'string' ? url : ''
      const { bold, italic } = asObject(style)
      return bold === true ? `*${words}*` : italic === true ? `_${words}_` : words
    })
    .join('')
}
