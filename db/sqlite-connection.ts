import sqlite3 from 'sqlite3'

export type Connection = sqlite3.Database

/** Opens a file with the flags of `sqlite3`; whoever finds it locked waits up to fifteen seconds. */
export function connect(path: string, mode: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(path, mode, (error) => {
      if (error) return reject(error)
      connection.configure('busyTimeout', 15_000)
      resolve(connection)
    })
  })
}

/** Runs statements that take no values and give none back. */
export function exec(connection: Connection, sql: string): Promise<void> {
  return new Promise((resolve, reject) =>
    connection.exec(sql, (error) => (error ? reject(error) : resolve())),
  )
}

/** Runs one statement with its values; what it gives back is dropped. */
export function runSql(connection: Connection, sql: string, params: unknown[]): Promise<void> {
  return new Promise((resolve, reject) =>
    connection.run(sql, params, (error) => (error ? reject(error) : resolve())),
  )
}

/** Runs one statement with its values; gives back each row as a list in the order of its columns. */
export function selectValues(connection: Connection, sql: string, params: unknown[]): Promise<unknown[][]> {
  return new Promise((resolve, reject) =>
    connection.all<object>(sql, params, (error, rows) =>
      error ? reject(error) : resolve(rows.map((row): unknown[] => Object.values(row))),
    ),
  )
}

/** Closes the connection once everything under way on it has ended. */
export function closeConnection(connection: Connection): Promise<void> {
  return new Promise((resolve, reject) => connection.close((error) => (error ? reject(error) : resolve())))
}
