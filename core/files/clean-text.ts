// NUL cannot be stored in PostgreSQL; the other controls only ever hide something.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const invisible = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

/** A text of several lines as anything may store and show it: well-formed, line ends as LF, no control characters. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, '').toWellFormed()
}

/** A text of one line: as `cleanText`, without invisible and direction characters, spaces collapsed, at most `most` characters. */
export function cleanLine(text: string, most: number): string {
  return cleanText(text.slice(0, most * 4))
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
}
