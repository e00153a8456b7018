type Sql = { sql: string; params: unknown[] }

// Names and texts are passed over as they stand.
const places = /"[^"]*"|'[^']*'|\blimit \?|\?/gi

/**
 * The same SQL with the numbers of its limits written out. SQLite looks at a limit's value to choose its plan, so that a
 * statement with `limit ?` is compiled anew each time it is given its values (`sqlite3VdbeSetVarmask`), which takes longer than to run most of
 * ours.
 */
export function limitsWritten({ sql, params }: Sql): Sql {
  let at = 0
  const left: unknown[] = []
  const written = sql.replace(places, (place) => {
    if (!place.endsWith('?')) return place
    const value = params[at++]
    if (place !== '?' && Number.isSafeInteger(value)) return `${place.slice(0, -1)}${String(value)}`
    left.push(value)
    return place
  })
  return { sql: written, params: left }
}
