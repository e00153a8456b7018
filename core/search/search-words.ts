import { fold } from '../fold.ts'

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

function tidied(words: string[]): string[] {
  return [...new Set(words.filter((word) => word !== '').map((word) => word.slice(0, longest)))]
}

/** The range of words that begin with `prefix`, whatever the database's collation: [from, to], both included. */
export function rangeOf(prefix: string): [string, string] {
  return [prefix, prefix + 'z'.repeat(longest)]
}
