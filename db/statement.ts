import { is, Param, Placeholder, sql, type DriverValueEncoder, type SQL, type SQLWrapper } from 'drizzle-orm'
import { either } from './columns.ts'
import type { Query } from './database.ts'
import { limitsWritten } from './limits-written.ts'
import { engineOf, oneByOne } from './one-breath.ts'
import { rowReader, type SelectedField } from './row-reader.ts'

/** A place in a statement for a list of values that comes when it is run. */
export type GivenList = Placeholder

type Values = Record<string, string | number | Date | null | string[]>

/** What `tx.select()…` makes; drizzle's PostgreSQL builders take a name for `prepare`, and are content without. */
type Select<Row> = PromiseLike<Row[]> & { prepare: () => Prepared<Row> }

/** With what drizzle keeps to itself. */
type Prepared<Row> = {
  execute: (values?: Record<string, unknown>) => Promise<Row[]>
  getQuery: () => { sql: string; params: unknown[] }
  fields?: SelectedField[]
  joinsNotNullableMap?: Record<string, boolean>
  customResultMapper?: (rows: unknown[][]) => unknown[]
}

/**
 * A query that is asked often: its SQL is made once for each connection, and only run after that. To make it costs
 * drizzle several times what it costs to run (a matter's page asks nine). What differs from one time to the next stands in
 * it as `given` or `among`; where its text differs too, `shape` says how, and each shape is made once.
 */
export function statement<Row, Shape extends string | number = ''>(
  build: (tx: Query, shape: Shape) => Select<Row>,
): (tx: Query, values: Values, ...shape: '' extends Shape ? [] : [Shape]) => Promise<Row[]> {
  const made = new WeakMap<Query, Map<string | number, Run<Row>>>()
  return (tx, values, ...[shape = '' as Shape]: [Shape?]) => {
    const shapes = made.get(tx) ?? new Map<string | number, Run<Row>>()
    const known = shapes.get(shape) ?? runOf(tx, build(tx, shape).prepare())
    made.set(tx, shapes.set(shape, known))
    return known(values)
  }
}

type Run<Row> = (values: Values) => Promise<Row[]>

function runOf<Row>(tx: Query, prepared: Prepared<Row>): Run<Row> {
  const engine = engineOf(tx)
  const { fields, joinsNotNullableMap } = prepared
  const read = fields ? rowReader(fields, joinsNotNullableMap) : null
  if (!read || !fields) return (values) => prepared.execute(values)
  if (engine) {
    const { sql, params } = limitsWritten(prepared.getQuery())
    const fill = filler(params)
    return async (values) => {
      const rows = await engine.ask({ sql, params: fill(values), columns: fields.length })
      return rows.map(read) as Row[]
    }
  }
  // Drivers hand their rows to a mapper of the query's own where it has one, as relational queries do.
  prepared.customResultMapper ??= (rows) => rows.map(read)
  const inTurn = turns.get(tx) ?? oneByOne()
  turns.set(tx, inTurn)
  return (values) => inTurn(() => prepared.execute(values))
}

const turns = new WeakMap<Query, ReturnType<typeof oneByOne>>()

/** Puts values where they belong, as drizzle's own `fillPlaceholders` does, which finds out anew each time what each place is. */
export function filler(params: unknown[]): (values: Record<string, unknown>) => unknown[] {
  const places = params.map((param) => {
    if (is(param, Placeholder)) return { name: param.name, encode: null, constant: null }
    if (is(param, Param) && is(param.value, Placeholder))
      return { name: param.value.name, encode: param.encoder, constant: null }
    return { name: null, encode: null, constant: param }
  })
  return (values) =>
    places.map(({ name, encode, constant }) => {
      if (name === null) return constant
      if (!(name in values)) throw new Error(`nothing was given as "${name}"`)
      const value = values[name] ?? null
      return encode && value !== null ? encode.mapToDriverValue(value) : value
    })
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
