import type { Block, Draft, Line } from './draft.ts'
import type { Frame } from './frame.ts'

/** The same letter as plain text: everything the HTML says, in the same order. Lines are not wrapped; the reader's program does that. */
export function plainText(draft: Draft, frame: Frame): string {
  const notes = draft.footnotes.map(({ text, link }) => (link ? `${text}\n${link.url}` : text))
  const parts = [
    frame.salutation,
    ...draft.body.map(blockText),
    askText(draft),
    [frame.farewell, frame.firm].filter(Boolean).join('\n'),
    frame.replyLine && `--- ${frame.replyLine} ---`,
    frame.contact,
    ...notes,
    frame.safety,
    frame.code,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** The address of the button stands under the sentence that leads to it. */
function askText({ ask, button }: Draft) {
  const said = ask.join('\n\n')
  if (!button) return said
  return said.endsWith(':') ? `${said}\n${button.url}` : `${said}\n\n${button.label}:\n${button.url}`
}

function blockText(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return newlines(block.text)
    case 'title':
      return [block.text, block.note].filter(Boolean).join('\n')
    case 'list':
      return [block.heading && `${block.heading}:`, ...block.lines.map(lineText)].filter(Boolean).join('\n')
    case 'facts':
      return [
        `${block.heading}:`,
        ...block.facts.map(({ label, value }) => `${label}: ${newlines(value)}`),
      ].join('\n')
    case 'quote':
      return newlines(block.text).replace(/^/gm, '  ')
    case 'rich':
      return block.text
  }
}

function lineText({ mark, text, hint, state, note }: Line) {
  const line = `${mark} ${text}${hint ? ` (${hint})` : ''}${state ? ` · ${state}` : ''}`
  return note ? `${line}\n${newlines(note).replace(/^/gm, '  ')}` : line
}

function newlines(text: string) {
  return text.replace(/\r\n?/g, '\n')
}
