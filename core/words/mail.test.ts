import { describe, expect, test } from 'vitest'
import { mail as english } from './en/mail.ts'
import { mail as spanish } from './es-CL/mail.ts'
import type { Locale } from './locale.ts'
import { mail as portuguese } from './pt-BR/mail.ts'

const languages: [Locale, object][] = [
  ['es-CL', spanish],
  ['pt-BR', portuguese],
  ['en', english],
]

/** Every sentence by its place; where one is made of facts, each fact is its own name. */
function sentences(words: object, place = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[place + key, value]]
    if (typeof value === 'function')
      return [[place + key, String(value(new Proxy({}, { get: (_, fact) => `{${String(fact)}}` })))]]
    return typeof value === 'object' && value !== null ? sentences(value, `${place}${key}.`) : []
  })
}

describe.each(languages)('the e-mails in %s', (_locale, words) => {
  test.each(sentences(words))('%s is calm, complete and no court deadline: %s', (_place, sentence) => {
    expect(sentence.trim()).not.toBe('')
    expect(sentence).not.toMatch(/[!¡]|undefined|\bplazos?\b|\bprazos?\b|\bdeadline/i)
  })
})

/** What Spanish and Portuguese, or Portuguese and English, truly say alike. */
const alike = [
  'items.because',
  'reasons.incomplete',
  'receipt.missing',
  'reminder.missing',
  'greeting.end',
  'rejected.sent',
]

test('nothing is left in another language', () => {
  const [first, second, third] = languages.map(([, words]) => new Map(sentences(words)))
  const same = [...(second ?? [])]
    .filter(([place, sentence]) => sentence === first?.get(place) || sentence === third?.get(place))
    .map(([place]) => place)
  expect(same.filter((place) => !alike.includes(place))).toEqual([])
})

test('clients are addressed with courtesy in Spanish', () => {
  for (const [, sentence] of sentences(spanish))
    expect(sentence).not.toMatch(/\b(tú|tu|tus|te|envía|responde|puedes|tienes|debes)\b/i)
})
