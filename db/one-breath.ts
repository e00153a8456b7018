import type { Query } from './database.ts'

/** A query with its values, and how many columns its answer has. */
export type Question = { sql: string; params: unknown[]; columns: number }

/** Answers a question with its rows, each a list in the order of its columns. */
export type Ask = (question: Question) => Promise<unknown[][]>

/** How SQL that is made already reaches the database, past drizzle's own layers. */
export type Engine = { ask: Ask; run: (sql: string, params: unknown[]) => Promise<void> }

const engines = new WeakMap<Query, Engine>()

/** What is made once and asked often goes this way from now on. */
export function goesBy(query: Query, engine: Engine): Query {
  engines.set(query, engine)
  return query
}

/** Undefined where drizzle asks everything. */
export function engineOf(query: Query): Engine | undefined {
  return engines.get(query)
}

type Waiting = Question & { resolve: (rows: unknown[][]) => void; reject: (error: unknown) => void }

/**
 * Gathers what is asked before the event loop turns, as by one `Promise.all`: all of it goes to the database at once. Where
 * one way there serves one question, that saves most of what a page of many small ones costs. Should they fail together, each
 * is asked alone, so that the fault is told to whoever asked for it.
 */
export function oneBreath(ask: (questions: Question[]) => Promise<unknown[][][]>): Ask {
  let gathered: Waiting[] = []

  async function breathe(): Promise<void> {
    const waiting = gathered
    gathered = []
    try {
      const answers = await ask(waiting)
      for (const [at, { resolve }] of waiting.entries()) resolve(answers[at] ?? [])
    } catch (error) {
      const [only, ...others] = waiting
      if (others.length === 0) return only?.reject(error)
      for (const one of waiting) {
        ask([one]).then((answers) => one.resolve(answers[0] ?? []), one.reject)
      }
    }
  }

  return (question) =>
    new Promise((resolve, reject) => {
      if (gathered.length === 0) process.nextTick(breathe)
      gathered.push({ ...question, resolve, reject })
    })
}
