const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Text with `&`, `<` and `>` as Slack wants them: no mention and no link can come of it. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** The text, or as many whole letters of it as fit into `most` UTF-16 units, ended by "…". */
export function cut(text: string, most: number): string {
  return fit(text, most, (piece) => piece)
}

/** Somebody's words as one escaped line of at most `most` units, escapes and all; what runs right to left stays by itself. */
export function safe(text: string, most = 300): string {
  const line = text.replace(bidiControls, '').replace(/\s+/g, ' ').trim()
  if (!rightToLeft.test(line)) return fit(line, most, escape)
  return `\u2068${fit(line, most - 2, escape)}\u2069`
}

/** The same in bold. */
export function bold(text: string, most = 300): string {
  return strong(safe(text, most - 2))
}

/** A line that is safe already in bold, unless a star in it would end the bold too early. */
export function strong(line: string): string {
  return line === '' || line.includes('*') ? line : `*${line}*`
}

/** A link with somebody's words on it. */
export function link(url: string, text: string, most = 120): string {
  return `<${escape(url).replace(/\|/g, '%7C')}|${safe(text, most)}>`
}

/** Somebody's lines, quoted; at most `most` units and twelve lines. */
export function quote(text: string, most = 600): string {
  const lines = text
    .replace(bidiControls, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const shown = lines.length > 12 ? [...lines.slice(0, 12), '…'] : lines
  return fit(shown.join('\n'), most - 2 * shown.length, escape)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

function fit(text: string, most: number, dress: (piece: string) => string): string {
  const whole = dress(text)
  if (whole.length <= most) return whole
  let kept = ''
  for (const { segment } of graphemes.segment(text.slice(0, most))) {
    const piece = dress(segment)
    if (kept.length + piece.length > most - 1) break
    kept += piece
  }
  return `${kept.trimEnd()}…`
}
