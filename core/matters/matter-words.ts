import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { involvements, matters, matterWords } from '#db/schema/matters.ts'

const longest = 24

/**
 * The words of a text as they are searched: lower case, without accents, letters and digits only, at most 24 characters.
 * A number is also found by its digits alone ("C-1234-2025" by "12342025" and by each part).
 */
export function wordsOf(text: string): string[] {
  const plain = fold(text)
  const words = plain.split(noWord)
  const digits = plain.replace(/\D/g, '')
  if (digits.length > 4 && /^[\p{L}\p{N}\s./-]*$/u.test(plain)) words.push(digits)
  return tidied(words)
}

/**
 * What somebody who types this may mean, likeliest first, each as words that must all be found: the words as they stand;
 * then, where there are digits, all of them as one number, however it was punctuated or joined to letters.
 */
export function readingsOf(typed: string): string[][] {
  const plain = fold(typed)
  const asTyped = tidied(plain.split(noWord))
  const digits = plain.replace(/\D/g, '')
  const asNumber = tidied([...plain.split(/[^\p{L}]+/u), digits])
  return digits === '' || asNumber.every((word) => asTyped.includes(word)) ? [asTyped] : [asTyped, asNumber]
}

const noWord = /[^\p{L}\p{N}]+/u

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function tidied(words: string[]): string[] {
  return [...new Set(words.filter((word) => word !== '').map((word) => word.slice(0, longest)))]
}

/** The range of words that begin with `prefix`, whatever the database's collation: [from, to], both included. */
export function rangeOf(prefix: string): [string, string] {
  return [prefix, prefix + 'z'.repeat(longest)]
}

/** Makes every matter of a client findable by the name the client has now. */
export async function indexMattersOf(tx: Tx, clientId: string): Promise<void> {
  const theirs = await tx
    .select({ matterId: involvements.matterId })
    .from(involvements)
    .where(eq(involvements.clientId, clientId))
  for (const { matterId } of theirs) await indexWords(tx, matterId)
}

/** Makes the matter findable by its title, number, alias, reference and the names of its clients as they stand now. */
export async function indexWords(tx: Tx, matterId: string): Promise<void> {
  const [matter] = await tx.select().from(matters).where(eq(matters.id, matterId))
  if (!matter) return
  const parties = await tx
    .select({ name: clients.name })
    .from(involvements)
    .innerJoin(clients, eq(clients.id, involvements.clientId))
    .where(eq(involvements.matterId, matterId))
  const texts = [
    matter.title,
    matter.number,
    matter.alias,
    matter.reference,
    ...parties.map((party) => party.name),
  ]
  const wanted = new Set(texts.flatMap((text) => (text ? wordsOf(text) : [])))
  const known = await tx
    .select({ word: matterWords.word })
    .from(matterWords)
    .where(eq(matterWords.matterId, matterId))
  const gone = known.map((row) => row.word).filter((word) => !wanted.delete(word))
  if (gone.length > 0) {
    await tx
      .delete(matterWords)
      .where(and(eq(matterWords.matterId, matterId), inArray(matterWords.word, gone)))
  }
  if (wanted.size > 0) {
    await tx
      .insert(matterWords)
      .values([...wanted].map((word) => ({ firmId: matter.firmId, word, matterId })))
  }
}
