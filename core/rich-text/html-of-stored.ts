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

/**
 * The same as `richTextToHtml`, for pages that show many at once: what was shown of late is not made again. Found by the text
 * itself, so that it can never be another's, nor an earlier one.
 */
export function htmlOfStored(stored: StoredRichText): string {
  const html = recent.get(stored) ?? older.get(stored) ?? richTextToHtml(JSON.parse(stored) as RichText)
  if (!recent.has(stored)) keep(stored, html)
  return html
}

/** Characters of texts and their HTML; as many again may be on their way out. */
const mostKept = 4_000_000

let recent = new Map<StoredRichText, string>()
let older = new Map<StoredRichText, string>()
let kept = 0

function keep(stored: StoredRichText, html: string): void {
  kept += stored.length + html.length
  if (kept > mostKept) {
    older = recent
    recent = new Map()
    kept = stored.length + html.length
  }
  recent.set(stored, html)
}
