import type { Column, InferSelectModel } from 'drizzle-orm'
import type { SQLiteTable, SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core'
import type { Query, Tx } from './database.ts'
import { engineOf } from './one-breath.ts'
import { among, filler, given, givenList, type GivenList } from './statement.ts'

type Changed<T extends SQLiteTable, K extends keyof InferSelectModel<T>> = Pick<InferSelectModel<T>, K>

/** Sets these columns of the rows that have one of some ids, by SQL that is made once for each connection, as that of a `statement` is. */
export function changing<T extends SQLiteTable & { id: Column }, K extends keyof InferSelectModel<T>>(
  table: T,
  columns: readonly K[],
): (tx: Tx, ids: string[], values: Changed<T, K>) => Promise<void> {
  const made = new WeakMap<Query, (ids: string[], values: Changed<T, K>) => Promise<void>>()

  function update(tx: Tx, values: Record<string, unknown>, ids: string[] | GivenList) {
    const set = values as SQLiteUpdateSetSource<T>
    return tx.update(table).set(set).where(among(table.id, ids))
  }

  function makeFor(tx: Tx, { run }: NonNullable<ReturnType<typeof engineOf>>) {
    const places = Object.fromEntries(columns.map((name) => [name, given(String(name))]))
    const { sql, params } = update(tx, places, givenList('ids')).toSQL()
    const fill = filler(params)
    return (ids: string[], values: Changed<T, K>) => run(sql, fill({ ...values, ids }))
  }

  return async (tx, ids, values) => {
    if (ids.length === 0) return
    const engine = engineOf(tx)
    if (!engine) {
      await update(tx, Object.fromEntries(columns.map((name) => [name, values[name]])), ids)
      return
    }
    const change = made.get(tx) ?? makeFor(tx, engine)
    made.set(tx, change)
    await change(ids, values)
  }
}
