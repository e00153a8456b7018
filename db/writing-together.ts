import type { Database, Tx } from './database.ts'
import { refuseInside, write } from './write.ts'

type Waiting<Wish, Done> = { wish: Wish; resolve: (done: Done) => void; reject: (error: unknown) => void }
type Line<Wish, Done> = { waiting: Waiting<Wish, Done>[]; isServed: boolean }

/**
 * A write that may be asked for many times at once: whoever asks while one is under way waits, and all who wait are then served by
 * one transaction, so that a burst costs the disk little more than one. `work` gives what each wished for, in their order. Should
 * it fail for several, it is tried for each alone. PostgreSQL, which takes many writes at a time, is asked for each at once.
 */
export function writingTogether<Wish, Done>(
  work: (tx: Tx, wishes: Wish[]) => Promise<Done[]>,
  { most }: { most: number },
): (db: Database, wish: Wish) => Promise<Done> {
  const lines = new WeakMap<Database, Line<Wish, Done>>()

  async function serve(db: Database, line: Line<Wish, Done>): Promise<void> {
    line.isServed = true
    while (line.waiting.length > 0) await writeAll(db, line.waiting.splice(0, most))
    line.isServed = false
  }

  async function writeAll(db: Database, served: Waiting<Wish, Done>[]): Promise<void> {
    try {
      const wishes = served.map(({ wish }) => wish)
      const done = await write(db, (tx) => work(tx, wishes))
      for (const [at, { resolve }] of served.entries()) resolve(done[at] as Done)
    } catch (error) {
      const [only, ...others] = served
      if (others.length === 0) return only?.reject(error)
      for (const one of served) await writeAll(db, [one])
    }
  }

  return async (db, wish) => {
    refuseInside()
    const { promise, resolve, reject } = Promise.withResolvers<Done>()
    const waiting = { wish, resolve, reject }
    if (db.engine !== 'sqlite') {
      await writeAll(db, [waiting])
      return promise
    }
    const line = lines.get(db) ?? { waiting: [], isServed: false }
    lines.set(db, line)
    line.waiting.push(waiting)
    if (!line.isServed) during(db, serve(db, line))
    return promise
  }
}

const underWay = new WeakMap<Database, Set<Promise<void>>>()

function during(db: Database, serving: Promise<void>): void {
  const all = underWay.get(db) ?? new Set()
  underWay.set(db, all.add(serving))
  void serving.finally(() => all.delete(serving))
}

/** Resolves when all who wait have been served. */
export async function allServed(db: Database): Promise<void> {
  const all = underWay.get(db)
  while (all && all.size > 0) await Promise.all(all)
}
