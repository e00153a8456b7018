import type { Database } from '#db/database.ts'

const undone = new Error('undone')

/**
 * Does some work for which nothing stays written: each transaction ends as if it had been kept, and is undone. The work is given the
 * means to ask how many have been, so far.
 */
export async function keepNothing<T>(db: Database, work: (undone: () => number) => Promise<T>): Promise<T> {
  const { transaction } = db
  let count = 0
  db.transaction = async <Result>(inside: Parameters<typeof transaction<Result>>[0]) => {
    const results: Result[] = []
    await transaction(async (tx) => {
      results.push(await inside(tx))
      throw undone
    }).catch((error: unknown) => {
      if (error !== undone) throw error
    })
    count += 1
    return results[0] as Result
  }
  try {
    return await work(() => count)
  } finally {
    db.transaction = transaction
  }
}
