import type { types } from '@slack/bolt'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { richTextToText } from '#core/rich-text/rich-text-to-text.ts'
import { richTextFromSlack } from './rich-text-from-slack.ts'
import { richTextToSlack } from './rich-text-to-slack.ts'

/** A word that is nobody else's, so that its loss shows. */
const word = fc.stringMatching(/^[a-zñáé]{3,8}$/)
const written = fc
  .tuple(word, fc.constantFrom('', ' ', '\n', '\n\n', ' 👩🏽‍⚖️ ', ' *_~` '))
  .map(([text, end]) => text + end)
const style = fc.option(
  fc.record(
    {
      bold: fc.constant(true),
      italic: fc.constant(true),
      strike: fc.constant(true),
      underline: fc.constant(true),
      code: fc.constant(true),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
)

const styled = <Piece extends object>(piece: fc.Arbitrary<Piece>) =>
  fc.tuple(piece, style).map(([one, look]) => (look ? { ...one, style: look } : one))

const inline: fc.Arbitrary<types.RichTextElement> = fc.oneof(
  {
    weight: 6,
    arbitrary: styled<types.RichTextText>(fc.record({ type: fc.constant('text'), text: written })),
  },
  styled<types.RichTextLink>(
    fc.record({
      type: fc.constant('link'),
      url: fc.constantFrom(
        'https://pjud.cl/causa?rol=1',
        'mailto:rosa@correo.example',
        'http://sin-cifrar.example',
      ),
      text: word,
    }),
  ),
  fc.record({ type: fc.constant('link' as const), url: fc.constant('https://tjsp.jus.br') }),
  fc.record({ type: fc.constant('user' as const), user_id: fc.constant('U0CAMILA') }),
  fc.record({ type: fc.constant('channel' as const), channel_id: fc.constant('C0CAUSAS') }),
  fc.record({ type: fc.constant('broadcast' as const), range: fc.constant('channel' as const) }),
  fc.record({ type: fc.constant('emoji' as const), name: word, unicode: fc.constant('1f600') }),
  fc.record({
    type: fc.constant('date' as const),
    timestamp: fc.constant(1_772_546_400),
    format: fc.constant('{date}'),
    fallback: fc.constant('3 de marzo'),
  }),
)

const inlines = fc.array(inline, { minLength: 1, maxLength: 5 })
const section = fc.record({ type: fc.constant('rich_text_section' as const), elements: inlines })
const preformatted = fc.record({
  type: fc.constant('rich_text_preformatted' as const),
  elements: fc.array(fc.record({ type: fc.constant('text' as const), text: written }), {
    minLength: 1,
    maxLength: 3,
  }),
  border: fc.constant(0 as const),
})
const quote = fc.record({ type: fc.constant('rich_text_quote' as const), elements: inlines })
const list = fc.record(
  {
    type: fc.constant('rich_text_list' as const),
    style: fc.constantFrom('bullet' as const, 'ordered' as const),
    elements: fc.array(section, { minLength: 1, maxLength: 3 }),
    indent: fc.integer({ min: 0, max: 8 }),
    offset: fc.integer({ min: 0, max: 12 }),
  },
  { requiredKeys: ['type', 'style', 'elements'] },
)

const slackRichText = fc
  .array(fc.oneof({ weight: 3, arbitrary: section }, { weight: 3, arbitrary: list }, quote, preformatted), {
    minLength: 1,
    maxLength: 6,
  })
  .map((elements): types.RichTextBlock => ({ type: 'rich_text', elements }))

test('what comes from Slack goes back and comes again as the same text', () => {
  fc.assert(
    fc.property(slackRichText, (block) => {
      const ours = richTextFromSlack(block)
      expect(richTextFromSlack(richTextToSlack(ours))).toEqual(ours)
    }),
  )
})

test('no word that was typed into Slack is lost in ours, nor when it is shown there again', () => {
  fc.assert(
    fc.property(slackRichText, (block) => {
      const words = JSON.stringify(block).match(/(?<="text":")[a-zñáé]{3,8}/g) ?? []
      const ours = richTextToText(richTextFromSlack(block))
      const again = JSON.stringify(richTextToSlack(richTextFromSlack(block)))
      for (const one of words) {
        expect(ours).toContain(one)
        expect(again).toContain(one)
      }
    }),
  )
})

test('nobody is mentioned by what has come from Slack, and no address that is not safe becomes a link', () => {
  fc.assert(
    fc.property(slackRichText, (block) => {
      const again = JSON.stringify(richTextToSlack(richTextFromSlack(block)))
      expect(again).not.toMatch(/"type":"(user|channel|broadcast|date|emoji)"/)
      expect(again).not.toContain('"url":"http:')
    }),
  )
})
