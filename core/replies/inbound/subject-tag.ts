import { fold } from '../../fold.ts'

/** Whether a subject names a matter by its alias or reference as our letters do, "(ref. K7Q2)", in whatever spelling programs and people leave of it. */
export function bearsTag(subject: string, tag: string): boolean {
  const wanted = plain(tag)
  if (wanted === '') return false
  const [, ...named] = plain(subject).split(/(?<![\p{L}\p{N}])ref(?![\p{L}\p{N}])[.:]* */u)
  return named.some(
    (words) => words.startsWith(wanted) && !/^[-./_]?[\p{L}\p{N}]/u.test(words.slice(wanted.length)),
  )
}

function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim()
}
