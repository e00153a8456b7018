import {
  sql,
  type DriverValueEncoder,
  type Param,
  type Placeholder,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm'
import { either } from './columns.ts'
import type { Query } from './database.ts'
import { rowReader, type SelectedField } from './row-reader.ts'

/** A place in a statement for a list of values that comes when it is run. */
export type GivenList = Placeholder

type Values = Record<string, string | number | Date | null | string[]>

/** What `tx.select()…` makes; drizzle's PostgreSQL builders take a name for `prepare`, and are content without. */
type Select<Row> = PromiseLike<Row[]> & { prepare: () => Prepared<Row> }

type Prepared<Row> = {
  execute: (values?: Record<string, unknown>) => Promise<Row[]>
  getQuery: () => { sql: string }
}

/**
 * A query that is asked often: its SQL is made once for each connection, and only run after that. To make it costs
 * drizzle several times what it costs to run (a matter's page asks nine). What differs from one time to the next stands in
 * it as `given` or `among`; where its text differs too, `shape` says how, and each shape is made once.
 */
export function statement<Row, Shape extends string | number = ''>(
  build: (tx: Query, shape: Shape) => Select<Row>,
): (tx: Query, values: Values, ...shape: '' extends Shape ? [] : [Shape]) => Promise<Row[]> {
  const made = new WeakMap<Query, Map<string | number, Prepared<Row>>>()
  return (tx, values, ...[shape = '' as Shape]: [Shape?]) => {
    const shapes = made.get(tx) ?? new Map<string | number, Prepared<Row>>()
    const known = shapes.get(shape) ?? readsAtOnce(build(tx, shape).prepare())
    made.set(tx, shapes.set(shape, known))
    return known.execute(values)
  }
}

// SQLite answers several at once only when it knows how broad each answer is.
const broad = new Map<string, number>()

/** How many columns the answer of this SQL has, if it is a statement's; undefined where it is not. */
export function columnsOf(sql: string): number | undefined {
  return broad.get(sql)
}

/** Both drivers hand their rows to a mapper of the query's own where it has one, as relational queries do. */
function readsAtOnce<Row>(prepared: Prepared<Row>): Prepared<Row> {
  const query = prepared as Prepared<Row> & {
    fields?: SelectedField[]
    joinsNotNullableMap?: Record<string, boolean>
    customResultMapper?: (rows: unknown[][]) => unknown[]
  }
  if (query.fields) broad.set(prepared.getQuery().sql, query.fields.length)
  const read = query.fields ? rowReader(query.fields, query.joinsNotNullableMap) : null
  if (read && !query.customResultMapper) query.customResultMapper = (rows) => rows.map(read)
  return prepared
}

/** The value that is given under this name when the statement runs, written as the column writes its own. */
export function given(name: string, as?: DriverValueEncoder<unknown, unknown>): Param | Placeholder {
  const place = sql.placeholder(name)
  return as ? sql.param(place, as) : place
}

/** The same for a list, to be asked of by `among`. */
export function givenList(name: string): GivenList {
  return sql.placeholder(name)
}

/** A condition: the column holds one of the ids, which may be given when the statement runs; however many, it is one SQL. */
export function among(column: SQLWrapper, ids: string[] | GivenList): SQL {
  const list = sql.param(ids, asList)
  return either(sql`${column} in (select value from json_each(${list}))`, sql`${column} = any(${list})`)
}

// One value for a list: JSON for SQLite; `pg` makes an array of PostgreSQL's of it by itself.
const asList: DriverValueEncoder<unknown, unknown> = {
  mapToDriverValue: either<(ids: unknown) => unknown>(JSON.stringify, (ids: unknown) => ids),
}
