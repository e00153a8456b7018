import { expect, test } from 'vitest'
import { limitsWritten } from './limits-written.ts'

test('a limit is written out, and every other value keeps its place', () => {
  const { sql, params } = limitsWritten({
    sql: `select '?', "a?" from (select "id" from "t" where "a" = ? limit ?) where "b" = ? limit ? offset ?`,
    params: ['x', 100, 'y', 25, 50],
  })
  expect(sql).toBe(
    `select '?', "a?" from (select "id" from "t" where "a" = ? limit 100) where "b" = ? limit 25 offset ?`,
  )
  expect(params).toEqual(['x', 'y', 50])
})

test('a limit that is given when the statement runs stays', () => {
  const given = { sql: 'select 1 limit ?', params: [{ name: 'limit' }] }
  expect(limitsWritten(given)).toEqual(given)
})
