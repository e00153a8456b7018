import type { Query } from './database.ts'

/**
 * A query about one thing that is asked for many at the same moment: all that ask within one turn of the event loop are
 * answered by one run over the whole list, each with the rows whose `keyOf` is its own, in the order they came.
 */
export function together<Row>(
  askForAll: (tx: Query, keys: string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): (tx: Query, key: string) => Promise<Row[]> {
  const gathering = new WeakMap<Query, { keys: Set<string>; answers: Promise<Map<string, Row[]>> }>()

  async function answer(tx: Query, keys: Set<string>): Promise<Map<string, Row[]>> {
    await new Promise((resolve) => setImmediate(resolve))
    gathering.delete(tx)
    const answers = new Map<string, Row[]>()
    for (const row of await askForAll(tx, [...keys])) {
      const own = answers.get(keyOf(row))
      if (own) own.push(row)
      else answers.set(keyOf(row), [row])
    }
    return answers
  }

  return async (tx, key) => {
    let batch = gathering.get(tx)
    if (!batch) {
      const keys = new Set<string>()
      batch = { keys, answers: answer(tx, keys) }
      gathering.set(tx, batch)
    }
    batch.keys.add(key)
    return (await batch.answers).get(key) ?? []
  }
}
