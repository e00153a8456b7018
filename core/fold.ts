/** The text as it is compared whatever its spelling: lower case, no accents, and one form for each letter ("ﬁ" is "fi"). */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
