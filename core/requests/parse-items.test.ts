import { expect, test } from 'vitest'
import { chat as english } from '../words/en/chat.ts'
import { chat as spanish } from '../words/es-CL/chat.ts'
import { chat as portuguese } from '../words/pt-BR/chat.ts'
import { itemLine, parseItems, type ItemWish } from './parse-items.ts'

test('a line is a file, and one that ends in a question mark a text', () => {
  expect(parseItems('- Cédula\n\n2. ¿Estado civil?')).toEqual([
    { title: 'Cédula', kind: 'file' },
    { title: '¿Estado civil?', kind: 'text' },
  ])
})

test.each([
  ['Escritura (original)', { title: 'Escritura', kind: 'paper' }],
  ['Procuração (em papel)', { title: 'Procuração', kind: 'paper' }],
  ['Deed (paper original)', { title: 'Deed', kind: 'paper' }],
  ['Mandato (firmar)', { title: 'Mandato', kind: 'sign' }],
  ['Procuração (para assinar)', { title: 'Procuração', kind: 'sign' }],
  ['Power of attorney (to sign)', { title: 'Power of attorney', kind: 'sign' }],
  [
    'Certificado de dominio (≤ 90 días)',
    { title: 'Certificado de dominio', kind: 'file', issuedWithinDays: 90 },
  ],
  ['Certidão (até 60 dias)', { title: 'Certidão', kind: 'file', issuedWithinDays: 60 }],
  ['Certificate (30 days)', { title: 'Certificate', kind: 'file', issuedWithinDays: 30 }],
  ['Certificado (<=15 dias) (original)', { title: 'Certificado', kind: 'paper', issuedWithinDays: 15 }],
])('%s says what it is', (line, item) => {
  expect(parseItems(line)).toEqual([item])
})

test.each([
  'Contrato (copia)',
  'Liquidaciones (3 últimas)',
  'Contrato (original) firmado',
  '(original)',
  'Anexo ()',
])('%s is a title like any other', (line) => {
  expect(parseItems(line)).toEqual([{ title: line, kind: 'file' }])
})

test('a checklist written in one language is read in each as what it was', () => {
  const items: ItemWish[] = [
    { title: 'Cédula', kind: 'file' },
    { title: '¿Estado civil?', kind: 'text' },
    { title: 'Escritura', kind: 'paper', issuedWithinDays: 90 },
    { title: 'Mandato', kind: 'sign' },
  ]
  for (const { practice } of [spanish, portuguese, english]) {
    const lines = items.map((item) => itemLine(item, practice.items.marks))
    expect(parseItems(lines.join('\n'))).toEqual(items)
  }
})
