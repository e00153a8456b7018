import { expect, test } from 'vitest'
import { testOffice } from '#test/office/test-office.ts'
import type { Tx } from './database.ts'
import { openDatabase } from './open.ts'
import { interactions } from './schema/delivery.ts'
import { write } from './write.ts'
import { writingTogether } from './writing-together.ts'

const at = new Date('2026-03-03T12:00:00Z')
const firmId = 'a-firm'

/** Stores keys, several in one transaction; `bad` fails once it is written. */
function storing(most: number) {
  const times: string[][] = []
  const store = writingTogether(
    async (tx: Tx, keys: string[]) => {
      times.push(keys)
      for (const key of keys) await tx.insert(interactions).values({ firmId, key, at })
      if (keys.includes('bad')) throw new Error('bad')
      return keys.map((key) => `${key} stored`)
    },
    { most },
  )
  return { store, times }
}

test('who asks while a transaction is under way is served by the next one, all who wait by one', async () => {
  const office = await testOffice()
  const { store, times } = storing(3)
  const done = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => store(office.db, key)))
  expect(done).toEqual(['a stored', 'b stored', 'c stored', 'd stored', 'e stored'])
  // PostgreSQL takes several at a time by itself.
  if (office.db.engine === 'sqlite') expect(times).toEqual([['a'], ['b', 'c', 'd'], ['e']])
  else expect(times.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(await keysIn(office)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(await store(office.db, 'f')).toBe('f stored')
})

test('one that fails takes nobody else with it, and nothing of it stays', async () => {
  const office = await testOffice()
  const { store, times } = storing(10)
  const all = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((key) => store(office.db, key)))
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'a stored',
    'b stored',
    'Error: bad',
    'c stored',
  ])
  if (office.db.engine === 'sqlite') expect(times).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']])
  expect(await keysIn(office)).toEqual(['a', 'b', 'c'])
})

test('asked for inside a transaction, it refuses at once, and who comes later is served', async () => {
  const office = await testOffice()
  const { store } = storing(3)
  const under = store(office.db, 'a')
  const inside = write(office.db, () => store(office.db, 'b'))
  await expect(inside).rejects.toThrow('write() inside write()')
  expect(await under).toBe('a stored')
  expect(await store(office.db, 'c')).toBe('c stored')
})

test('a database that is closed has first served all who had asked', async () => {
  const office = await testOffice()
  const other = await openDatabase(office.config.databaseUrl)
  const { store } = storing(1)
  const asked = Promise.all(['a', 'b', 'c'].map((key) => store(other, key)))
  // There nobody waits in a line of ours.
  if (office.db.engine !== 'sqlite') await asked
  await other.close()
  expect(await asked).toEqual(['a stored', 'b stored', 'c stored'])
  expect(await keysIn(office)).toEqual(['a', 'b', 'c'])
})

async function keysIn(office: Awaited<ReturnType<typeof testOffice>>): Promise<string[]> {
  const rows = await office.db.read.select({ key: interactions.key }).from(interactions)
  return rows.map((row) => row.key).sort()
}
