/** Throws, saying what does not hold, unless it does. */
export function hold(isSo: unknown, what: string): asserts isSo {
  if (!isSo) throw new Error(`it does not hold that ${what}`)
}
