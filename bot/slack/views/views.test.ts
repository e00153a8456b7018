import { expect, test } from 'vitest'
import { plainTextToRichText } from '#core/rich-text/plain-text-to-rich-text.ts'
import { visibleText } from '#test/slack/visible-text.ts'
import type { Reader } from '../reader.ts'
import { wordsForChat } from '../words-for-chat.ts'
import { confirmNewsView } from './confirm-news.ts'

const id = 'abcdefghijklmnopqrst'

const spanish: Reader = {
  words: wordsForChat('es-CL'),
  locale: 'es-CL',
  timeZone: 'America/Santiago',
  today: '2026-03-03',
}

test('the second step reads like a sentence and lists every address', () => {
  const rosa = {
    clientId: id,
    name: 'Rosa Fuentes',
    emails: ['rosa@a.example', 'hijo@b.example', 'contador@c.example'],
  }
  const sight = {
    id,
    title: 'Fuentes con Aromos',
    reference: 'K7Q2',
    hidden: false,
    closed: false,
    visibility: 'firm' as const,
    sensitive: false,
  }
  const view = confirmNewsView(
    spanish,
    { matter: sight, clients: [rosa], accesses: 1 },
    { body: plainTextToRichText('Hola') },
    id,
  )
  const said = visibleText(view)
  expect(said).toContain('*Se avisará a Rosa Fuentes (3 correos).* Visible en el portal.')
  for (const address of rosa.emails) expect(said).toContain(address)
})
