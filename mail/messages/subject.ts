import type { LetterFrame } from '#core/delivery/letter.ts'

/**
 * The subject line: in a thread "Re:" and the thread's own, once however often it was answered; else `first` with
 * the matter's reference, as in a thread whose subject has another reference than the matter has by now. One line,
 * without control characters. Nothing of the case belongs here.
 */
export function subjectOf(
  { thread, reference }: Pick<LetterFrame, 'thread' | 'reference'>,
  first: string,
): string {
  const goesOn = thread?.subject?.replace(/^(\s*re\s*:)+/i, '')
  const former = goesOn && /\(ref\. (.+)\)$/.exec(goesOn)?.[1]
  const isOutdated = former && reference && former !== oneLine(reference)
  if (goesOn && !isOutdated) return oneLine(`Re: ${goesOn}`)
  return oneLine(reference ? `${first} (ref. ${reference})` : first)
}

function oneLine(text: string) {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
