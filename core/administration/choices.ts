import { NotAValue } from '../errors.ts'

/** The word, when it is one of those that exist; undefined stays undefined. Throws NotAValue naming the flag. */
export function oneOf<const T extends string>(flag: string, words: readonly T[], word: string): T
export function oneOf<const T extends string>(
  flag: string,
  words: readonly T[],
  word: string | undefined,
): T | undefined
export function oneOf<const T extends string>(
  flag: string,
  words: readonly T[],
  word: string | undefined,
): T | undefined {
  if (word === undefined) return undefined
  const found = words.find((one) => one === word)
  if (!found) throw new NotAValue(flag, word)
  return found
}
