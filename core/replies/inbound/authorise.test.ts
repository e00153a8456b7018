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
    const by = 'signature' as const
    const authentication = verdict === 'pass' ? { verdict, by, detail } : { verdict, detail }
    expect(doubtAbout({ from: rosa, fromLines: 1, authentication }, known, true, false)).toBe(doubt)
  },
)

test.each([
  ['two From lines', rosa, 2],
  ['no From line', [], 0],
  ['an empty From', [], 1],
  ['two addresses in one From', [...rosa, { address: 'otra@correo.example', name: '' }], 1],
])('a mail with %s is never trusted, whatever proves it', (_, from, fromLines) => {
  const authentication = { verdict: 'pass', by: 'server', detail } as const
  expect(doubtAbout({ from, fromLines, authentication }, true, true, true)).toBe('failed_proof')
})

test.each([
  ['signature', true, null],
  ['signature', false, 'not_addressed'],
  ['server', false, null],
] as const)(
  'a known sender proven by their %s, our address shown (%s), is in doubt: %s',
  (by, addressed, doubt) => {
    const authentication = { verdict: 'pass', by, detail } as const
    expect(doubtAbout({ from: rosa, fromLines: 1, authentication }, true, addressed, false)).toBe(doubt)
  },
)

test.each([
  ['none', true, true, null],
  ['none', true, false, 'not_addressed'],
  ['none', false, true, 'unknown_sender'],
  ['fail', true, true, 'failed_proof'],
] as const)(
  'where the firm trusts its own server, a mail whose proof is "%s" from a known sender (%s), our address shown (%s), is in doubt: %s',
  (verdict, known, addressed, doubt) => {
    const authentication = { verdict, detail }
    expect(doubtAbout({ from: rosa, fromLines: 1, authentication }, known, addressed, true)).toBe(doubt)
  },
)
