import { blockHtml } from './block-html.ts'
import { coloursFor, type Colours } from './colours.ts'
import type { Draft, Link } from './draft.ts'
import { escapeHtml } from './escape-html.ts'
import type { Frame } from './frame.ts'
import { sans, serif, styleSheet } from './styles.ts'

/**
 * The HTML of a letter: one column of 600 px that also holds in Outlook (tables, inline styles), by night too, and
 * asks for nothing from outside. Greeting and message come first, since phones show how a mail begins.
 */
export function layout(draft: Draft, frame: Frame): string {
  const colours = coloursFor(frame.accent)
  const { paper, ink, soft, hairline, accent } = colours.light
  const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0"'
  return `<!doctype html>
<html lang="${frame.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(draft.subject)}</title>
<style>${styleSheet(colours)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background-color:${paper}">
<table ${table} lang="${frame.language}" class="paper" width="100%" bgcolor="${paper}" style="background-color:${paper}"><tr><td align="center" style="padding:24px 16px">
<!--[if mso]><table ${table} width="600"><tr><td><![endif]-->
<table ${table} width="100%" style="max-width:600px">
<tr><td class="ink rule" style="padding:24px 0 8px;border-top:3px solid ${accent};font-family:${sans};font-size:16px;line-height:1.55;color:${ink};text-align:left;word-break:break-word">
${letterHtml(draft, frame, colours.light)}
</td></tr>
<tr><td class="soft line" style="padding:16px 0 0;border-top:1px solid ${hairline};font-family:${sans};font-size:14px;line-height:1.5;color:${soft};text-align:left;word-break:break-word">
${footHtml(draft, frame, accent)}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`
}

function letterHtml(draft: Draft, frame: Frame, colours: Colours) {
  const { accent } = colours
  const signature = `${escapeHtml(frame.farewell)}<br><span class="accent" style="font-family:${serif};font-size:20px;color:${accent}">${escapeHtml(frame.firm)}</span>`
  return [
    paragraph(frame.salutation),
    ...draft.body.map((block) => blockHtml(block, colours)),
    ...draft.ask.map(paragraph),
    draft.button && button(draft.button, colours),
    `<p style="margin:8px 0 24px">${signature}</p>`,
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
