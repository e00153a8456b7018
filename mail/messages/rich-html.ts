import type { Colours } from './colours.ts'
import { serif } from './styles.ts'

/**
 * The HTML that `richTextToHtml` makes, with a style on each element. What a person wrote is escaped there, so a
 * tag found here is a tag of ours.
 */
export function richHtml(html: string, { hairline, accent }: Colours): string {
  const heading = (size: number) =>
    `margin:24px 0 8px;font-family:${serif};font-size:${size}px;font-weight:normal;line-height:1.3`
  const opening: Record<string, string> = {
    '<p>': '<p style="margin:0 0 16px">',
    '<h2>': `<h2 style="${heading(20)}">`,
    '<h3>': `<h3 style="${heading(17)}">`,
    '<ul>': '<ul style="margin:0 0 16px;padding:0 0 0 24px">',
    '<ol': '<ol style="margin:0 0 16px;padding:0 0 0 24px"',
    '<li>': '<li style="margin:0 0 4px">',
    '<blockquote>': `<blockquote class="line" style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid ${hairline}">`,
    '<a ': `<a class="accent" style="color:${accent}" `,
  }
  return html.replace(/<(?:p|h2|h3|ul|li|blockquote)>|<ol\b|<a /g, (tag) => opening[tag] ?? tag)
}
