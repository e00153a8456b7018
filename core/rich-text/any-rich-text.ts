import fc from 'fast-check'
import type {
  RichText,
  RichTextBlock,
  RichTextInline,
  RichTextItem,
  RichTextList,
  RichTextMark,
  RichTextParagraph,
} from './rich-text.ts'

const styles = ['bold', 'italic', 'strike', 'underline'] as const

const line = fc
  .oneof(
    fc.constantFrom('Audiencia', ' del ', 'señora Núñez', '<b>&"', '12.345.678-5', '*_~`', '👩🏽‍⚖️', '1. ', '> '),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .map((text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, '·'))
  .filter((text) => /[^\p{C}\p{Z}\s]/u.test(text))

const href = fc.oneof(
  fc.webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true }),
  fc.constant('mailto:rosa.fuentes@example.cl'),
)

const link = href.map((address): RichTextMark => ({ type: 'link', attrs: { href: address } }))

const marks: fc.Arbitrary<RichTextMark[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<RichTextMark[]>([]) },
  { weight: 1, arbitrary: fc.constant<RichTextMark[]>([{ type: 'code' }]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.option(link, { nil: undefined }), fc.subarray([...styles]))
      .map(([address, some]) => [...(address ? [address] : []), ...some.map((type) => ({ type }))]),
  },
)

/** A line of joined runs: neighbours never carry the same marks. */
const runs = fc
  .uniqueArray(fc.record({ text: line, marks }), {
    minLength: 1,
    maxLength: 3,
    selector: (run) => JSON.stringify(run.marks),
  })
  .map((some) => some.map((run): RichTextInline => textRun(run.text, run.marks)))

function textRun(text: string, runMarks: RichTextMark[]): RichTextInline {
  return { type: 'text', text, ...(runMarks.length > 0 ? { marks: runMarks } : {}) }
}

const paragraph: fc.Arbitrary<RichTextParagraph> = fc
  .array(runs, { minLength: 1, maxLength: 3 })
  .map((lines) => ({
    type: 'paragraph',
    content: lines.flatMap((inlines, index) => (index === 0 ? inlines : [{ type: 'hardBreak' }, ...inlines])),
  }))

const heading: fc.Arbitrary<RichTextBlock> = fc
  .record({ level: fc.constantFrom(2 as const, 3 as const), content: runs })
  .map(({ level, content }) => ({ type: 'heading', attrs: { level }, content }))

const quote: fc.Arbitrary<RichTextBlock> = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((content) => ({ type: 'blockquote', content }))

/** At each level an item holds paragraphs, then at most one list, so that it can be told apart in a flat form. */
function list(depth: number): fc.Arbitrary<RichTextList> {
  const inside = depth > 1 ? fc.option(list(depth - 1), { nil: undefined }) : fc.constant(undefined)
  const item: fc.Arbitrary<RichTextItem> = fc
    .tuple(fc.array(paragraph, { minLength: 1, maxLength: 2 }), inside)
    .map(([paragraphs, nested]) => ({
      type: 'listItem',
      content: [...paragraphs, ...(nested ? [nested] : [])],
    }))
  const items = fc.array(item, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    items.map((content): RichTextList => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), items)
      .map(([start, content]): RichTextList => ({ type: 'orderedList', attrs: { start }, content })),
  )
}

function richTextOf(blocks: fc.Arbitrary<RichTextBlock>): fc.Arbitrary<RichText> {
  return fc
    .array(blocks, { minLength: 1, maxLength: 5 })
    .map((content): RichText => ({ version: 1, doc: { type: 'doc', content } }))
}

/** Rich text of every kind we allow, already canonical; for tests. */
export const anyRichText = richTextOf(fc.oneof(paragraph, heading, quote, list(3)))

/** Rich text of the kinds that Slack knows too: no headings. */
export const anySlackRichText = richTextOf(fc.oneof(paragraph, quote, list(3)))
