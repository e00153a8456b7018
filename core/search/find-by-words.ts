import { aliasedTableColumn, and, between, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { given, statement } from '#db/statement.ts'
import { kinOf } from './kin-of.ts'
import { rangeOf } from './search-words.ts'
import { targetOf, type WordTable } from './word-table.ts'

export type Search<Found> = {
  wordsIn: WordLookUp
  firmId: string
  /** What the words may mean, likeliest first: see `readingsOf`. */
  readings: string[][]
  /** Those of these ids that are the member's to find, as they are shown; null: of all. */
  listed: (ids: string[] | null) => Promise<Found[]>
  /**
   * The same of what the words lead to, in one question to the database; says nothing of what may have been cut off. Left out where
   * there is no such question.
   */
  atOnce?: (asked: AskedWords) => Promise<Found[]>
  /** The condition on the words that what they lead to is the member's to find; undefined where everything is. */
  reachable: () => Promise<SQL | undefined>
}

// How many one word may bring before the rest is left to a longer word.
const candidates = 100
// Of several words each is looked for with every candidate, and what is found has them all.
const candidatesOfSeveral = 24
// Besides the longest; more than anybody types narrow nothing, and each number of them is a statement of its own.
const mostOthers = 20

/**
 * Whom, or what, the member finds by the first reading that brings any: each of its words begins some word of theirs.
 * Where so many have the words that the cut may have left only such as are not the member's to find, those that are
 * theirs are looked for from the start.
 */
export async function findByWords<Found>(tx: Query, search: Search<Found>): Promise<Found[]> {
  for (const words of search.readings) {
    const found = words.length === 0 ? await search.listed(null) : await withWords(tx, search, words)
    if (found.length > 0) return found
  }
  return []
}

async function withWords<Found>(tx: Query, search: Search<Found>, words: string[]): Promise<Found[]> {
  const { listed, reachable, wordsIn } = search
  const atOnce = (await search.atOnce?.(askedFor(search.firmId, words))) ?? []
  if (atOnce.length > 0) return atOnce
  const { ids, isCut } = await candidatesFor(tx, search, words)
  if (ids.length === 0) return []
  const found = await listed(ids)
  if (found.length > 0 || !isCut) return found
  const theirs = await reachable()
  if (!theirs) return found
  const among = await candidatesFor(tx, { ...search, wordsIn: wordsIn.reaching(theirs) }, words)
  return listed(among.ids)
}

// The longest word picks candidates by a range of the index, whole words before beginnings.
async function candidatesFor(
  tx: Query,
  { wordsIn, firmId }: Pick<Search<unknown>, 'wordsIn' | 'firmId'>,
  words: string[],
): Promise<{ ids: string[]; isCut: boolean }> {
  const { values, others } = askedFor(firmId, words)
  const found = await wordsIn.candidates(tx, values, others)
  return { ids: [...new Set(found.map((row) => row.id))], isCut: found.length >= mostWith(others) }
}

const mostWith = (others: number) => (others === 0 ? candidates : candidatesOfSeveral)

function askedFor(firmId: string, words: string[]): AskedWords {
  const [longest = '', ...shorter] = [...words].sort((a, b) => b.length - a.length)
  const others = shorter.slice(0, mostOthers)
  const values: AskedWords['values'] = { firmId, longest, ...boundsOf('', longest) }
  for (const [at, other] of others.entries()) Object.assign(values, boundsOf(at, other))
  if (others.length > 0) values.kin = kinOf(others)
  return { values, others: others.length }
}

function boundsOf(which: number | '', word: string): Record<string, string> {
  const [from, to] = rangeOf(word)
  return { [`from${which}`]: from, [`to${which}`]: to }
}

/** Words as a statement is given them: the longest, and how many others. */
export type AskedWords = { values: Record<string, string | number>; others: number }

export type WordLookUp = {
  /**
   * Ids to which the longest word leads, then those to which words lead that begin with it; each of the others is the beginning of
   * some word of theirs.
   */
  candidates: (tx: Query, values: AskedWords['values'], others: number) => Promise<{ id: string }[]>
  /** The same as SQL of another `statement`, in which they are asked for at once. */
  among: (tx: Query, others: number) => SQL
  /** The same among those to which a condition on the table leads. */
  reaching: (condition: SQL) => WordLookUp
}

/**
 * How one table of words is looked through; `newestFirst`: of too many that have the word itself, the newest. The words
 * besides the longest are looked up candidate by candidate, of those whose mark says that they may have them. A query of its own, or
 * one that is answered before the rest, so that no planner walks through all clients or matters instead.
 */
export function lookUpIn(
  table: WordTable,
  { newestFirst = false, condition }: { newestFirst?: boolean; condition?: SQL } = {},
): WordLookUp {
  const id = targetOf(table)
  const [otherId, otherWord] = [aliasedTableColumn(id, 'o'), aliasedTableColumn(table.word, 'o')]
  // Most that have not all the words are passed over as they are looked up; rows without a mark never are.
  const isKin = sql`coalesce(${table.kin}, -1) & ${given('kin')} = ${given('kin')}`
  const alsoHas = (_: unknown, at: number) =>
    sql`exists (select 1 from ${table} o where ${otherId} = ${id} and ${otherWord} between ${given(`from${at}`)} and ${given(`to${at}`)})`
  const idsBy = (tx: Query, isWord: SQL, others: number) =>
    tx
      .select({ id: sql<string>`${id}`.as('id') })
      .from(table)
      .where(
        and(
          eq(table.firmId, given('firmId')),
          isWord,
          others > 0 ? isKin : undefined,
          ...Array.from({ length: others }, alsoHas),
          condition,
        ),
      )
      .limit(mostWith(others))
  const whole = (tx: Query, others: number) => {
    const found = idsBy(tx, eq(table.word, given('longest')), others)
    return (newestFirst ? found.orderBy(desc(id)) : found).as('whole')
  }
  const begun = (tx: Query, others: number) =>
    idsBy(tx, between(table.word, given('from'), given('to')), others).as('begun')
  // Where the word itself brings enough, nothing that begins with it is looked for.
  const found = (tx: Query, others: number) =>
    sql`select id from ${whole(tx, others)} union all select id from ${begun(tx, others)} limit ${mostWith(others)}`
  return {
    candidates: statement((tx, others: number) =>
      tx.select({ id: sql<string>`found.id`.as('id') }).from(sql`(${found(tx, others)}) as found`),
    ),
    among: found,
    reaching: (condition) => lookUpIn(table, { newestFirst, condition }),
  }
}
