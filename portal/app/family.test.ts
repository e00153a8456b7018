import { expect, test } from 'vitest'
import type { MatterInList } from '#core/matters/matters-for-client.ts'
import { families, type Family } from './family.ts'

function matter(id: string, parentId: string | null = null): MatterInList {
  return {
    id,
    title: id,
    number: null,
    kind: 'court',
    waiting: 0,
    nextDueOn: null,
    overdue: false,
    lastActivityAt: null,
    closedAt: null,
    parentId,
    relation: parentId === null ? null : 'appeal',
  }
}

const told = (list: Family[]): string =>
  list.map(({ matter: { id }, born }) => (born.length > 0 ? `${id}(${told(born)})` : id)).join(' ')

test('appeals and offshoots stand under the matter they were born of, however deep', () => {
  const list = [matter('c', 'b'), matter('a'), matter('x'), matter('b', 'a')]
  expect(told(families(list))).toBe('a(b(c)) x')
})

test('one whose parent is not in the list stands for itself, and no circle swallows its matters', () => {
  expect(told(families([matter('b', 'a')]))).toBe('b')
  expect(told(families([matter('a', 'b'), matter('b', 'a')]))).toMatch(/^(a b|b a|a\(b\)|b\(a\))$/)
})
