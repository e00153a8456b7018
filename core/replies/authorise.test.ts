import { expect, test } from 'vitest'
import { doubtAbout } from './authorise.ts'

const rosa = [{ address: 'rosa@correo.example', name: 'Rosa' }]
const detail = ''

test.each([
  ['pass', true, null],
  ['pass', false, 'unknown_sender'],
  ['none', true, 'unproven'],
  ['none', false, 'unknown_sender'],
  ['fail', true, 'failed_proof'],
  ['fail', false, 'failed_proof'],
] as const)(
  'a mail whose proof is "%s" from a known sender (%s) is in doubt: %s',
  (verdict, known, doubt) => {
    const mail = { from: rosa, fromLines: 1, authentication: { verdict, detail } }
    expect(doubtAbout(mail, known)).toBe(doubt)
  },
)

test.each([
  ['two From lines', rosa, 2],
  ['no From line', [], 0],
  ['an empty From', [], 1],
  ['two addresses in one From', [...rosa, { address: 'otra@correo.example', name: '' }], 1],
])('a mail with %s is never trusted, whatever proves it', (_, from, fromLines) => {
  expect(doubtAbout({ from, fromLines, authentication: { verdict: 'pass', detail } }, true)).toBe(
    'failed_proof',
  )
})
