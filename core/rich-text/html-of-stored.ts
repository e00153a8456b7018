import { sql, type Column, type SQL } from 'drizzle-orm'
import { either } from '#db/columns.ts'
import type { RichText } from './rich-text.ts'
import { richTextToHtml } from './rich-text-to-html.ts'

/** A rich text as the database keeps it; only to be made HTML of. */
export type StoredRichText = string & { readonly stored: unique symbol }

/** A column of rich text, to be read as it is stored. */
export function asStored(column: Column): SQL<StoredRichText> {
  return either(sql<StoredRichText>`${column}`, sql<StoredRichText>`${column}::text`)
}

/** HTML of stored rich texts: see `rememberHtml`. */
export type HtmlOf = (stored: StoredRichText) => string

/**
 * The same as `richTextToHtml`, for pages that show many texts at once: what was shown of late is not made again. Found by the
 * text itself, so that it can never be another's, nor an earlier one; so many `most` characters of texts and HTML are kept, and
 * as many again may be on their way out.
 */
export function rememberHtml(most = 2_000_000): HtmlOf {
  let recent = new Map<StoredRichText, string>()
  let older = new Map<StoredRichText, string>()
  let kept = 0

  function keep(stored: StoredRichText, html: string): void {
    kept += stored.length + html.length
    if (kept > most) {
      older = recent
      recent = new Map()
      kept = stored.length + html.length
    }
    recent.set(stored, html)
  }

  return (stored) => {
    const known = recent.get(stored)
    if (known !== undefined) return known
    const html = older.get(stored) ?? richTextToHtml(JSON.parse(stored) as RichText)
    keep(stored, html)
    return html
  }
}
