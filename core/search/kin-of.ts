/** As many bits as a number of JavaScript's holds whole. */
const bits = 53
/** JavaScript's operators for bits know numbers of up to 31 of them that are not negative. */
const half = 27
/** Beginnings up to so many letters are told apart. */
const longestBeginning = 4

/**
 * A mark for words that lead to the same thing: each of their beginnings of up to four letters sets one bit. What a word is looked up
 * with then says by itself, almost always, that another word which somebody typed begins none of its kin: `kin & mark = mark` holds for all that
 * have such words, and for few that have not.
 */
export function kinOf(words: Iterable<string>): number {
  let [low, high] = [0, 0]
  for (const word of words) {
    for (let letters = 1; letters <= Math.min(word.length, longestBeginning); letters++) {
      const bit = scattered(word.slice(0, letters)) % bits
      if (bit < half) low |= 1 << bit
      else high |= 1 << (bit - half)
    }
  }
  return high * 2 ** half + low
}

// FNV-1a: stored marks depend on it, so it stays as it is.
function scattered(text: string): number {
  let hash = 2166136261
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  return (hash ^ (hash >>> 15)) >>> 0
}
