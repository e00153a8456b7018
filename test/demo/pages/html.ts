/** Markup that is safe to stand in a page; made by `html` and `trusted` only. */
export type Html = { readonly markup: string }

type Part = Html | string | number | false | null | undefined

/** Markup in which whatever is put in is text, unless it is markup itself; lists are joined, and nothing stands for null and false. */
export function html(strings: TemplateStringsArray, ...parts: (Part | Part[])[]): Html {
  const rest = parts.map((part, index) => `${written(part)}${strings[index + 1] ?? ''}`)
  return { markup: `${strings[0] ?? ''}${rest.join('')}` }
}

/** Markup that was written here, or made safe elsewhere. */
export function trusted(markup: string): Html {
  return { markup }
}

/** Text as it stands in markup and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function written(part: Part | Part[]): string {
  if (Array.isArray(part)) return part.map(written).join('')
  if (part === null || part === undefined || part === false) return ''
  return typeof part === 'object' ? part.markup : escapeHtml(String(part))
}
