import { expect, test } from 'vitest'
import { parseItems } from '#core/requests/parse-items.ts'
import { asObject } from '#test/slack/check-block-element.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { itemsFields } from './items-fields.ts'

const words = wordsForChat('es-CL')

/** Block id, label and content of each field, and whether another can be had. */
function fieldsOf(filled?: string) {
  const blocks = itemsFields(words, filled)
  const fields = blocks.flatMap((block) => {
    if (block.type !== 'input') return []
    const { initial_value: held = '' } = asObject(block.element)
    return [{ blockId: block.block_id, label: block.label.text, held: String(held) }]
  })
  return { fields, more: blocks.some((block) => block.block_id === 'items_more') }
}

test('what fits one field stands in one, as it was written', () => {
  for (const text of ['', '1. Cédula\n\n- ¿Turno?  ', 'x'.repeat(3000)]) {
    expect(fieldsOf(text)).toEqual({
      fields: [{ blockId: 'items', label: 'Qué se necesita', held: text }],
      more: true,
    })
  }
})

test('what does not stands in as many as it takes, each with whole lines, in their order', () => {
  const lines = Array.from({ length: 80 }, (_, number) =>
    `${number} ${'👩🏽‍⚖️ شهادة '.repeat(30)}`.slice(0, 300).trimEnd(),
  )
  const { fields, more } = fieldsOf(lines.join('\n'))
  expect(fields.length).toBeGreaterThan(7)
  expect(fields.map(({ blockId }) => blockId)).toEqual([
    'items',
    ...Array.from({ length: fields.length - 1 }, (_, index) => `items_${index + 2}`),
  ])
  expect(fields[1]?.label).toBe(`Qué se necesita (2 de ${fields.length})`)
  for (const { held } of fields) expect(held.length).toBeLessThanOrEqual(3000)
  expect(fields.flatMap(({ held }) => held.split('\n'))).toEqual(lines)
  expect(more).toBe(true)
})

test('a text is never shown so that what is left of it could pass for the whole', () => {
  const lines = Array.from({ length: 400 }, () => 'x'.repeat(300))
  for (const text of [lines.join('\n'), 'x'.repeat(200_000)]) {
    const { fields, more } = fieldsOf(text)
    expect(fields.length).toBeLessThanOrEqual(20)
    expect(more).toBe(fields.length < 20)
    expect(() => parseItems(fields.map(({ held }) => held).join('\n'))).toThrow(
      /too_many_items|text_too_long/,
    )
  }
})
