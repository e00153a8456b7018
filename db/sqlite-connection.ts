import sqlite3 from 'sqlite3'
import type { Question } from './one-breath.ts'

export type Connection = {
  handle: sqlite3.Database
  /** Statements as SQLite has compiled them, by their text, the one used longest ago first. */
  compiled: Map<string, Compiled>
  /** Queries that have given many rows, and how each is asked since. */
  packed: Map<string, string>
  /** Queries that were asked at once, by the order of their texts. */
  joined: Joined
  joins: number
}

type Joined = { text: string | null; after: Map<string, Joined> }

type Compiled = {
  statement: sqlite3.Statement
  /** Who is told if it does not compile, as `sqlite3` then says nothing to those who wait for it; null once it has. */
  waiting: ((error: Error) => void)[] | null
}

/** Further ones make room: a list of another length is another text. */
const mostCompiled = 300
/** From so many rows on it pays to pack them. */
const manyRows = 20
/** As many values as `json_array` surely takes. */
const mostColumns = 100

/** Opens a file with the flags of `sqlite3`; whoever finds it locked waits up to fifteen seconds. */
export function connect(path: string, mode: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(path, mode, (error) => {
      if (error) return reject(error)
      handle.configure('busyTimeout', 15_000)
      resolve({ handle, compiled: new Map(), packed: new Map(), joined: noJoin(), joins: 0 })
    })
  })
}

/** Runs statements that take no values and give none back. */
export function exec({ handle }: Connection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => handle.exec(sql, (error) => (error ? reject(error) : resolve())))
}

/** Runs one statement with its values; what it gives back is dropped. */
export function runSql(connection: Connection, sql: string, params: unknown[]): Promise<void> {
  return new Promise((resolve, reject) =>
    statementOf(connection, sql, reject).run(params, (error: Error | null) => {
      if (!error) return resolve()
      forget(connection, sql)
      // Without its values, which are case content.
      reject(Object.assign(error, { sql }))
    }),
  )
}

/** Runs one statement with its values; gives back each row as a list in the order of its columns. */
export async function selectValues(
  connection: Connection,
  sql: string,
  params: unknown[],
): Promise<unknown[][]> {
  const rows = await all(connection, sql, params)
  return rows.map((row) => Object.values(row))
}

/**
 * The same for a query: rows are objects, in which two columns of one name collapse, and a subquery's columns are renamed
 * apart. To make an object of every row takes `sqlite3` several times as long as to find them; once a query has given many,
 * its rows come as one text instead.
 */
export async function queryValues(
  connection: Connection,
  sql: string,
  params: unknown[],
): Promise<unknown[][]> {
  const packed = connection.packed.get(sql)
  if (packed) {
    const [row] = await all(connection, packed, params)
    return JSON.parse(String(row?.packed)) as unknown[][]
  }
  const values = await selectValues(connection, `select * from (${sql})`, params)
  const columns = values[0]?.length ?? 0
  if (values.length >= manyRows && columns <= mostColumns) {
    if (connection.packed.size >= mostCompiled) connection.packed.clear()
    connection.packed.set(sql, packedQuery(sql, columns))
  }
  return values
}

/** Answers several queries by one run, each with its rows; all of them see the same state. */
export async function queryAllValues(connection: Connection, questions: Question[]): Promise<unknown[][][]> {
  const [first, ...others] = questions
  if (!first) return []
  if (others.length === 0 || questions.some(({ columns }) => columns > mostColumns))
    return Promise.all(questions.map(({ sql, params }) => queryValues(connection, sql, params)))
  const values = questions.flatMap(({ params }) => params)
  const [row = {}] = await all(connection, joinedQuery(connection, questions), values)
  return Object.values(row).map((packed) => JSON.parse(String(packed)) as unknown[][])
}

// Found by one text after the other, which are the same strings each time: a new one as long as all would be hashed anew.
function joinedQuery(connection: Connection, questions: Question[]): string {
  if (connection.joins > mostCompiled) Object.assign(connection, { joins: 0, joined: noJoin() })
  let branch = connection.joined
  for (const { sql } of questions) {
    const next = branch.after.get(sql) ?? noJoin()
    branch.after.set(sql, next)
    branch = next
  }
  if (branch.text === null) {
    connection.joins++
    const parts = questions.map(({ sql, columns }, at) => `(${packedQuery(sql, columns)}) as a${at}`)
    branch.text = `select ${parts.join(', ')}`
  }
  return branch.text
}

function noJoin(): Joined {
  return { text: null, after: new Map() }
}

// SQLite keeps the order of the rows for every aggregate that depends on it, as `json_group_array` does.
function packedQuery(sql: string, columns: number): string {
  const names = Array.from({ length: columns }, (_, at) => `c${at}`).join(', ')
  return `with answer(${names}) as (${sql}) select json_group_array(json_array(${names})) as packed from answer`
}

function all(connection: Connection, sql: string, params: unknown[]): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) =>
    statementOf(connection, sql, reject).all<Record<string, unknown>>(params, (error: Error | null, rows) => {
      if (!error) return resolve(rows)
      forget(connection, sql)
      // Without its values, which are case content.
      reject(Object.assign(error, { sql }))
    }),
  )
}

/** Closes the connection once everything under way on it has ended. */
export async function closeConnection(connection: Connection): Promise<void> {
  for (const sql of [...connection.compiled.keys()]) forget(connection, sql)
  await new Promise<void>((resolve, reject) =>
    connection.handle.close((error) => (error ? reject(error) : resolve())),
  )
}

/** To compile a long query takes SQLite longer than to run it, so statements are kept. */
function statementOf(connection: Connection, sql: string, failed: (error: Error) => void): sqlite3.Statement {
  const { compiled } = connection
  const kept = compiled.get(sql) ?? compile(connection, sql)
  kept.waiting?.push(failed)
  compiled.delete(sql)
  compiled.set(sql, kept)
  const [oldest] = compiled.keys()
  if (compiled.size > mostCompiled && oldest !== undefined) forget(connection, oldest)
  return kept.statement
}

function compile({ handle, compiled }: Connection, sql: string): Compiled {
  const fresh: Compiled = { statement: handle.prepare(sql, settle), waiting: [] }
  return fresh

  function settle(error: Error | null) {
    const waiting = fresh.waiting ?? []
    fresh.waiting = null
    if (!error) return
    if (compiled.get(sql) === fresh) compiled.delete(sql)
    for (const failed of waiting) failed(error)
  }
}

/** A statement that failed may be half way through; what is under way on it ends first. */
function forget({ compiled }: Connection, sql: string): void {
  compiled.get(sql)?.statement.finalize()
  compiled.delete(sql)
}
