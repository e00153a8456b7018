/**
 * Text as members write it: ProseMirror JSON, restricted, with the version of the schema it was checked against.
 * Only `checkRichText` makes one from what comes in from outside.
 */
export type RichText = { version: 1; doc: RichTextDoc }

export type RichTextDoc = { type: 'doc'; content: RichTextBlock[] }

export type RichTextBlock = RichTextParagraph | RichTextHeading | RichTextList | RichTextQuote

export type RichTextParagraph = { type: 'paragraph'; content?: RichTextInline[] }

export type RichTextHeading = { type: 'heading'; attrs: { level: 2 | 3 }; content?: RichTextInline[] }

export type RichTextList =
  | { type: 'bulletList'; content: RichTextItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: RichTextItem[] }

/** A line of a list: a paragraph first, then anything, such as a list inside it. */
export type RichTextItem = { type: 'listItem'; content: RichTextBlock[] }

export type RichTextQuote = { type: 'blockquote'; content: RichTextBlock[] }

export type RichTextInline = RichTextRun | { type: 'hardBreak' }

/** Never empty and without line breaks. */
export type RichTextRun = { type: 'text'; text: string; marks?: RichTextMark[] }

/** In the schema's order: link, bold, code, italic, strike, underline. `code` stands alone. */
export type RichTextMark =
  { type: 'bold' | 'italic' | 'strike' | 'underline' | 'code' } | { type: 'link'; attrs: { href: string } }

export type RichTextNode = RichTextDoc | RichTextBlock | RichTextItem | RichTextInline
