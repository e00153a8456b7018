import type { Letter } from '#core/delivery/letter.ts'

/** A letter of one kind. */
export type LetterOf<Kind extends Letter['kind']> = Extract<Letter, { kind: Kind }>

/** What a letter says, once; HTML and plain text are both made from it, so neither can say less than the other. */
export type Draft = {
  subject: string
  /** In order. The first block is the message in a sentence: it is what a phone shows before the mail is opened. */
  body: Block[]
  /** What the reader may do, in plain words above the button. */
  ask: string[]
  button: Link | null
  /** Small print of this kind of letter. */
  footnotes: Footnote[]
}

export type Block =
  | { is: 'paragraph'; text: string; urgent?: boolean }
  | { is: 'title'; text: string; note: string | null }
  | { is: 'list'; heading: string | null; lines: Line[] }
  | { is: 'facts'; heading: string; facts: { label: string; value: string }[] }
  /** As somebody else wrote it, line breaks kept. */
  | { is: 'quote'; text: string }
  | { is: 'rich'; html: string; text: string }

/** A line of a list: a mark, what it is about, its state in a word, and more on a line of its own. */
export type Line = {
  mark: string
  tone: Tone
  text: string
  /** Said softly after the text. */
  hint: string | null
  state: string | null
  note: string | null
}

export type Tone = 'open' | 'settled' | 'attention' | 'quiet'

export type Link = { label: string; url: string }

export type Footnote = { text: string; link: Link | null }
