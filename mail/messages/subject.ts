import type { LetterFrame } from '#core/delivery/letter.ts'

/**
 * The subject line: in a thread "Re:" and the thread's own, once however often it was answered; else `first` with
 * the matter's reference. One line, without control characters. Nothing of the case belongs here.
 */
export function subjectOf(letter: LetterFrame, first: string): string {
  if (letter.thread) return oneLine(`Re: ${letter.thread.subject.replace(/^(\s*re\s*:)+/i, '')}`)
  return oneLine(letter.reference ? `${first} (ref. ${letter.reference})` : first)
}

function oneLine(text: string) {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
