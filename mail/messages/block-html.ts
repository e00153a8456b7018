import type { Colours } from './colours.ts'
import type { Block, Line } from './draft.ts'
import { escapeHtml } from './escape-html.ts'
import { richHtml } from './rich-html.ts'
import { sans, serif } from './styles.ts'

/** The HTML of one block, with styles on each element because several mail programs read no others. */
export function blockHtml(block: Block, colours: Colours): string {
  switch (block.is) {
    case 'paragraph':
      return paragraph(
        block.text,
        block.urgent ? `font-weight:600;color:${colours.attention}` : '',
        block.urgent ? 'attention' : '',
      )
    case 'title':
      return title(block.text, block.note, colours)
    case 'list':
      return heading(block.heading) + list(block.lines, colours)
    case 'facts':
      return heading(block.heading) + block.facts.map((fact) => factHtml(fact, colours)).join('')
    case 'quote':
      return `<blockquote class="line" style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid ${colours.hairline}">${lines(block.text)}</blockquote>`
    case 'rich':
      return `<div style="margin:0 0 16px">${richHtml(block.html, colours)}</div>`
  }
}

function paragraph(text: string, style = '', name = '') {
  return `<p${name && ` class="${name}"`} style="margin:0 0 16px;${style}">${lines(text)}</p>`
}

function title(text: string, note: string | null, { soft }: Colours) {
  const under =
    note === null
      ? ''
      : `<p class="soft" style="margin:0 0 8px;font-size:14px;color:${soft}">${escapeHtml(note)}</p>`
  return `<h2 style="margin:24px 0 ${note === null ? 8 : 4}px;font-family:${serif};font-size:20px;font-weight:normal;line-height:1.3">${escapeHtml(text)}</h2>${under}`
}

function heading(text: string | null) {
  return text === null
    ? ''
    : `<h3 style="margin:24px 0 4px;font-size:16px;font-weight:600;line-height:1.4">${escapeHtml(text)}</h3>`
}

/** A table, because Outlook puts marks of its own before a list; told as a list to those who listen. */
function list(items: Line[], colours: Colours) {
  const rows = items.map((item) => row(item, colours)).join('\n')
  return `<table role="list" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;word-break:break-word">\n${rows}\n</table>`
}

function row({ mark, tone, text, hint, state, note }: Line, colours: Colours) {
  const { hairline, soft, ink } = colours
  const name = { open: 'soft', quiet: 'soft', settled: 'settled', attention: 'attention' }[tone]
  const colour = { open: soft, quiet: soft, settled: colours.settled, attention: colours.attention }[tone]
  const cell = `padding:8px 0;border-bottom:1px solid ${hairline};font-family:${sans};font-size:16px;line-height:1.4;vertical-align:top`
  const small = (inner: string, kind: string, tint: string) =>
    `<span class="${kind}" style="font-size:14px;color:${tint}">${inner}</span>`
  const parts = [
    escapeHtml(text),
    hint && ` ${small(`(${escapeHtml(hint)})`, 'soft', soft)}`,
    state && ` ${small(`· ${escapeHtml(state)}`, name, `${colour};white-space:nowrap`)}`,
    note && `<br>${small(lines(note), 'soft', soft)}`,
  ]
  return `<tr role="listitem"><td class="line ${name}" width="24" style="width:24px;${cell};color:${colour}">${mark}</td><td class="line ink" style="${cell};color:${ink}">${parts.filter(Boolean).join('')}</td></tr>`
}

function factHtml({ label, value }: { label: string; value: string }, { soft }: Colours) {
  return `<p style="margin:0 0 12px"><span class="soft" style="font-size:14px;color:${soft}">${escapeHtml(label)}</span><br>${lines(value)}</p>`
}

function lines(text: string) {
  return escapeHtml(text).replace(/\r\n?|\n/g, '<br>')
}
