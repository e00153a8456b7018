import { getTableColumns, is, SQL, type Column, type InferInsertModel } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Query, Tx } from './database.ts'
import { engineOf } from './one-breath.ts'
import { filler, given } from './statement.ts'

// A database takes so many values at once, and our rows have up to some forty.
const mostInOneInsert = 200

/**
 * Inserts rows of a table by SQL that is made once for each connection, as that of a `statement` is. A row that is there already
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
  const made = new WeakMap<Query, (row: InferInsertModel<T>) => Promise<void>>()

  function insertOf(tx: Tx, rows: InferInsertModel<T>[]) {
    const insert = tx.insert(table).values(rows)
    return unlessThere ? insert.onConflictDoNothing() : insert
  }

  function makeFor(tx: Tx, { run }: NonNullable<ReturnType<typeof engineOf>>) {
    const places = Object.fromEntries(columns.map(({ name }) => [name, given(name)]))
    const { sql, params } = insertOf(tx, [places as InferInsertModel<T>]).toSQL()
    const fill = filler(params)
    return (row: InferInsertModel<T>) => {
      const known = row as Record<string, unknown>
      return run(
        sql,
        fill(Object.fromEntries(columns.map(({ name, leftOut }) => [name, known[name] ?? leftOut]))),
      )
    }
  }

  return async (tx, rows) => {
    const engine = engineOf(tx)
    if (!engine) {
      for (let at = 0; at < rows.length; at += mostInOneInsert)
        await insertOf(tx, rows.slice(at, at + mostInOneInsert))
      return
    }
    const insert = made.get(tx) ?? makeFor(tx, engine)
    made.set(tx, insert)
    for (const row of rows) await insert(row)
  }
}

// Only what is a plain value can be known before.
function defaultOf({ name, default: value, defaultFn }: Column): unknown {
  if (defaultFn || is(value, SQL)) throw new Error(`the default of ${name} is not a plain value`)
  return value ?? null
}
