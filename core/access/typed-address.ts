/** An e-mail address as somebody typed it, in the form in which addresses are compared; no database takes control characters. */
export function typedAddress(text: string): string {
  return text
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase()
    .slice(0, 254)
}
