import { getTableName, is, Table } from 'drizzle-orm'
import * as schema from '#db/schema/schema.ts'
import type { Office } from '#core/office.ts'
import { asObject, type Json } from './check-block-element.ts'

/** A row of the database as it stands. */
export type Row = { table: string; row: Json }

/** All that is stored, of every table. */
export async function allRows({ db }: Office): Promise<Row[]> {
  const tables = Object.values(schema).filter((one) => is(one, Table))
  const read = tables.map(async (table) => {
    const rows = await db.read.select().from(table)
    return rows.map((row): Row => ({ table: getTableName(table), row: asObject(row) }))
  })
  return (await Promise.all(read)).flat()
}

/** What is stored now and was not before, or the other way round; a row that changed is there twice. */
export function difference(before: Row[], after: Row[]): string[] {
  const [then, now] = [before.map(asText), after.map(asText)]
  const [known, found] = [new Set(then), new Set(now)]
  return [...then.filter((row) => !found.has(row)), ...now.filter((row) => !known.has(row))]
}

const asText = (row: Row) => JSON.stringify(row)

/** Real ids of a firm, by what they are the ids of, the newest first. */
export type RealIds = {
  /** Of `request`: those of the table of that name, then what stands in any `requestId`, then those of its kin (`request_items`). */
  called: (kind: string) => string[]
  /** Some of every table in which the firm has a row. */
  ofEachTable: string[]
  /** Every one. */
  all: Set<string>
}

const someOfEach = 3

/** The ids that stand in the firm's own rows. */
export function realIds(rows: Row[], firmId: string): RealIds {
  const found = rows
    .filter(({ row }) => row.firmId === firmId)
    .flatMap(({ table, row }) =>
      Object.entries(row).map(([column, id]) => ({ table, column, id: String(id) })),
    )
    .filter(({ id }) => /^[a-z2-7]{20}$/.test(id))
    .sort((one, other) => (one.id < other.id ? 1 : -1))
  const tables = Object.groupBy(
    found.filter(({ column }) => column === 'id'),
    ({ table }) => table,
  )
  const idsOf = (some: typeof found, most = Infinity) => [...new Set(some.map(({ id }) => id))].slice(0, most)
  return {
    called(kind) {
      if (kind === '') return []
      const own = found.filter(
        ({ table, column }) => column === 'id' && [kind, `${kind}s`, `${kind}es`].includes(table),
      )
      const meant = found.filter(({ column }) => column === `${kind}Id`)
      const kin = Object.keys(tables).filter((table) => table.includes(kind))
      return [
        ...new Set([
          ...idsOf(own, 6),
          ...idsOf(meant, 6),
          ...kin.flatMap((table) => idsOf(tables[table] ?? [], someOfEach)),
        ]),
      ]
    },
    ofEachTable: Object.values(tables).flatMap((some = []) => idsOf(some, someOfEach)),
    all: new Set(idsOf(found)),
  }
}
