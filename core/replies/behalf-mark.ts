/** What the token of a member's link begins with: no other token of an upload page does. */
export const behalfMark = 'behalf-'

/** Whether it is the token of such a link, good or not. */
export function isBehalfToken(token: string): boolean {
  return token.startsWith(behalfMark)
}
