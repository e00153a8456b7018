import { getTableColumns, is, SQL, type Column, type InferInsertModel } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Query, Tx } from './database.ts'
import { engineOf } from './one-breath.ts'
import { filler, given } from './statement.ts'

// A database takes so many values at once, and our rows have up to some forty.
const mostInOneInsert = 200

// Each number of rows is a SQL of its own.
const mostMadeOnce = 4

/**
 * Inserts rows of a table by SQL that is made once for each connection and number of rows, as that of a `statement` is. A row that is there already
 * makes it fail, or, `unlessThere`, stays as it is.
 */
export function inserting<T extends SQLiteTable>(
  table: T,
  { unlessThere = false } = {},
): (tx: Tx, rows: InferInsertModel<T>[]) => Promise<void> {
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => ({
    name,
    leftOut: defaultOf(column),
  }))
  const made = new WeakMap<Query, Map<number, Insert<T>>>()

  function insertOf(tx: Tx, rows: InferInsertModel<T>[]) {
    const insert = tx.insert(table).values(rows)
    return unlessThere ? insert.onConflictDoNothing() : insert
  }

  function makeFor(tx: Tx, { run }: NonNullable<ReturnType<typeof engineOf>>, number: number): Insert<T> {
    const place = (at: number) => Object.fromEntries(columns.map(({ name }) => [name, given(`${name}${at}`)]))
    const places = Array.from({ length: number }, (_, at) => place(at) as InferInsertModel<T>)
    const { sql, params } = insertOf(tx, places).toSQL()
    const fill = filler(params)
    return (rows) => {
      const values: Record<string, unknown> = {}
      for (const [at, row] of rows.entries())
        for (const { name, leftOut } of columns)
          values[`${name}${at}`] = (row as Record<string, unknown>)[name] ?? leftOut
      return run(sql, fill(values))
    }
  }

  return async (tx, rows) => {
    const engine = engineOf(tx)
    const most = engine ? mostMadeOnce : mostInOneInsert
    for (let at = 0; at < rows.length; at += most) {
      const some = rows.slice(at, at + most)
      if (!engine) {
        await insertOf(tx, some)
        continue
      }
      const inserts = made.get(tx) ?? new Map<number, Insert<T>>()
      const insert = inserts.get(some.length) ?? makeFor(tx, engine, some.length)
      made.set(tx, inserts.set(some.length, insert))
      await insert(some)
    }
  }
}

type Insert<T extends SQLiteTable> = (rows: InferInsertModel<T>[]) => Promise<void>

// Only what is a plain value can be known before.
function defaultOf({ name, default: value, defaultFn }: Column): unknown {
  if (defaultFn || is(value, SQL)) throw new Error(`the default of ${name} is not a plain value`)
  return value ?? null
}
