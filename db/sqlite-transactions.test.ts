import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { Database, Tx } from './database.ts'
import { openSqlite } from './sqlite.ts'
import { write } from './write.ts'

const put = (tx: Tx, name: string, bytes = 1) =>
  tx.run(sql`insert into things values (${name}, ${'x'.repeat(bytes)})`)

test('a disk that is full in the middle leaves nothing of the transaction, not even what came after', async () => {
  const db = await open()
  await write(db, (tx) => put(tx, 'before'))
  // So little is kept at hand that SQLite writes to the file long before the commit, and finds no room.
  await write(db, (tx) => tx.run(sql.raw('pragma cache_size = 4')))
  await write(db, (tx) => tx.run(sql.raw('pragma max_page_count = 40')))
  const filled = write(db, async (tx) => {
    await put(tx, 'first')
    for (let n = 0; n < 20; n++) await put(tx, `large ${n}`, 20_000)
    await put(tx, 'after')
    await tx.run(sql`update things set name = 'changed' where name = 'before'`)
  })
  await expect(filled).rejects.toThrow(/full/)
  expect(await names(db)).toEqual(['before'])
  await write(db, (tx) => put(tx, 'later'))
  expect(await names(db)).toEqual(['before', 'later'])
})

test('what is still written when its transaction is over reaches neither the file nor another transaction', async () => {
  const db = await open()
  const strays: Promise<unknown>[] = []
  const given = write(db, async (tx) => {
    const stray = pause(20).then(() => put(tx, 'stray'))
    strays.push(
      stray.then(
        () => 'written',
        () => 'refused',
      ),
    )
    await Promise.all([stray, Promise.reject(new Error('thought better of it'))])
  })
  await expect(given).rejects.toThrow('thought better of it')
  await write(db, async (tx) => {
    await put(tx, 'own')
    await pause(40)
  })
  expect(await Promise.all(strays)).toEqual(['refused'])
  expect(await names(db)).toEqual(['own'])
})

test('transactions that are asked for at once follow one another', async () => {
  const db = await open()
  const count = async (tx: Tx) => (await tx.values(sql`select name from things`)).length
  await Promise.all(
    Array.from({ length: 20 }, () => write(db, async (tx) => put(tx, `thing ${await count(tx)}`))),
  )
  expect((await names(db)).length).toBe(20)
  expect(new Set(await names(db)).size).toBe(20)
})

test('whoever wants to write while another thread writes again and again is not overtaken', async () => {
  const path = await aPath()
  const db = await open(path)
  const busy = new Worker(
    `
    const { parentPort, workerData } = require('node:worker_threads')
    const { setTimeout: pause } = require('node:timers/promises')
    Promise.all(workerData.modules.map((module) => import(module))).then(async ([{ openSqlite }, { write }, { sql }]) => {
      const db = await openSqlite(workerData.path)
      let isWanted = true
      parentPort.once('message', () => (isWanted = false))
      while (isWanted) await write(db, async (tx) => {
        await tx.run(sql\`insert into things values ('theirs', '')\`)
        await pause(3)
      })
      await db.close()
    })`,
    {
      eval: true,
      workerData: { path, modules: [here('./sqlite.ts'), here('./write.ts'), 'drizzle-orm'] },
    },
  )
  onTestFinished(async () => {
    busy.postMessage('enough')
    await once(busy, 'exit')
  })
  while ((await names(db)).length < 3) await pause(10)
  const overtaken: number[] = []
  for (let n = 0; n < 10; n++) {
    const before = (await names(db)).length
    await write(db, (tx) => put(tx, `mine ${n}`))
    overtaken.push((await names(db)).indexOf(`mine ${n}`) - before)
  }
  // The one under way, one asked for meanwhile, one between looking and asking; a busy machine may stand still now and then.
  expect(overtaken.toSorted((a, b) => a - b)[5]).toBeLessThanOrEqual(3)
})

const here = (module: string) => new URL(module, import.meta.url).href

const aPath = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'despacho-transactions-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'test.db')
}

async function open(path?: string): Promise<Database> {
  const db = await openSqlite(path ?? (await aPath()))
  onTestFinished(() => db.close())
  await write(db, (tx) => tx.run(sql`create table things (name text, bytes text)`))
  return db
}

async function names(db: Database): Promise<unknown[]> {
  return (await db.read.values(sql`select name from things order by rowid`)).flat()
}
