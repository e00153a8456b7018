import { blockHtml } from './block-html.ts'
import { coloursFor, type Colours } from './colours.ts'
import type { Draft, Link } from './draft.ts'
import { escapeHtml } from './escape-html.ts'
import type { Frame } from './frame.ts'
import { shell } from './shell.ts'
import { sans, serif, styleSheet } from './styles.ts'

/**
 * The HTML of a letter: MJML's shell of one column of 600 px, which also holds in Outlook, by night too, filled with tables and inline
 * styles. It asks for nothing from outside. Greeting and message come first, since phones show how a mail begins.
 */
export function layout(draft: Draft, frame: Frame): string {
  const colours = coloursFor(frame.accent)
  const { paper, ink, soft, hairline, accent } = colours.light
  const filling: Record<string, string> = {
    LANGUAGE: frame.language,
    SUBJECT: escapeHtml(draft.subject),
    NIGHT: styleSheet(colours),
    PAPER: paper,
    ACCENT: accent,
    INK: ink,
    SOFT: soft,
    HAIRLINE: hairline,
    SANS: sans,
    LETTER: `\n${letterHtml(draft, frame, colours.light)}\n`,
    FOOT: `\n${footHtml(draft, frame, accent)}\n`,
  }
  return pieces.map((piece) => filling[piece] ?? piece).join('')
}

/** The shell, cut at the places that are filled; what is put in is looked at no more. */
const pieces = shell.split(/\b(LANGUAGE|SUBJECT|NIGHT|PAPER|ACCENT|INK|SOFT|HAIRLINE|SANS|LETTER|FOOT)\b/)

function letterHtml(draft: Draft, frame: Frame, colours: Colours) {
  const { accent } = colours
  const signedBy =
    frame.firm === null
      ? ''
      : `<br><span class="accent" style="font-family:${serif};font-size:20px;color:${accent}">${escapeHtml(frame.firm)}</span>`
  return [
    paragraph(frame.salutation),
    ...draft.body.map((block) => blockHtml(block, colours)),
    ...draft.ask.map(paragraph),
    draft.button && button(draft.button, colours),
    `<p style="margin:8px 0 24px">${escapeHtml(frame.farewell)}${signedBy}</p>`,
  ]
    .filter(Boolean)
    .join('\n')
}

function footHtml(draft: Draft, frame: Frame, accent: string) {
  const notes = draft.footnotes.map(({ text, link }) =>
    link
      ? `${escapeHtml(text)} <a class="accent" href="${escapeHtml(link.url)}" style="color:${accent}">${escapeHtml(link.label)}</a>`
      : escapeHtml(text),
  )
  const said = (text: string | null) => (text === null ? [] : [escapeHtml(text)])
  return [
    ...said(frame.replyLine),
    ...said(frame.contact),
    ...notes,
    ...said(frame.safety),
    ...said(frame.code),
  ]
    .map((inner) => `<p style="margin:0 0 12px">${inner}</p>`)
    .join('\n')
}

function paragraph(text: string) {
  return `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`
}

/** Outlook knows no padding on links: there the cell is the button. */
function button({ label, url }: Link, { accent, paper }: Colours) {
  const cell = `border-radius:6px;background-color:${accent};mso-padding-alt:12px 24px`
  const link = `display:inline-block;padding:12px 24px;font-family:${sans};font-size:16px;font-weight:600;line-height:20px;color:${paper};text-decoration:none`
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px"><tr><td class="button" bgcolor="${accent}" style="${cell}"><a class="button" href="${escapeHtml(url)}" style="${link}">${escapeHtml(label)}</a></td></tr></table>`
}
