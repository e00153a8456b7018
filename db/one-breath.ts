import type { Query } from './database.ts'
import { inTurn } from './in-turn.ts'

/** A query with its values, and how many columns its answer has. */
export type Question = { sql: string; params: unknown[]; columns: number }

/** Answers a question with its rows, each a list in the order of its columns. */
export type Ask = (question: Question) => Promise<unknown[][]>

/** How SQL that is made already reaches the database, past drizzle's own layers. */
export type Engine = Breath & { run: (sql: string, params: unknown[]) => Promise<void> }

type Breath = {
  ask: Ask
  /** Sends what has been asked, and does not wait for more. */
  breathe: () => void
}

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

/**
 * Sends what has been asked so far without waiting for the event loop to turn, for whoever knows that it is all: what else is under way,
 * of which some goes on, does not hold it up.
 */
export function askNow(query: Query): void {
  engines.get(query)?.breathe()
}

// More than any page asks; whatever many ask at the same moment, each number of questions would be a text of its own.
const mostAtOnce = 12

type Waiting = Question & { resolve: (rows: unknown[][]) => void; reject: (error: unknown) => void }

/**
 * Gathers what is asked before the event loop turns, as by one `Promise.all`: all of it goes to the database at once. Where
 * one way there serves one question, that saves most of what a page of many small ones costs. Should they fail together, each
 * is asked alone, so that the fault is told to whoever asked for it.
 */
export function oneBreath(ask: (questions: Question[]) => Promise<unknown[][][]>): Breath {
  let gathered: Waiting[] = []

  function breathe(): void {
    const waiting = gathered
    gathered = []
    for (let at = 0; at < waiting.length; at += mostAtOnce) void askAll(waiting.slice(at, at + mostAtOnce))
  }

  async function askAll(waiting: Waiting[]): Promise<void> {
    try {
      const answers = await ask(waiting)
      for (const [at, { resolve }] of waiting.entries()) resolve(answers[at] ?? [])
    } catch (error) {
      const [only, ...others] = waiting
      if (others.length === 0) return only?.reject(error)
      for (const one of waiting) void askAll([one])
    }
  }

  return {
    breathe,
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (gathered.length === 0) process.nextTick(breathe)
        gathered.push({ ...question, resolve, reject })
      }),
  }
}

/**
 * Does what is begun in one tick of the event loop one after the other: a page that asks much at once takes one connection of a
 * pool, not all of them, and what it asks later is answered by no earlier state.
 */
export function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let tick: ReturnType<typeof inTurn> | null = null
  return (work) => {
    if (tick === null) {
      tick = inTurn()
      process.nextTick(() => (tick = null))
    }
    return tick.turn(work)
  }
}
