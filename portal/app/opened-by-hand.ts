/**
 * Whether a person follows a link in a browser (Fetch Metadata, w3.org/TR/fetch-metadata): not a program that looks through
 * mail for its reader, and not a browser that loads ahead of time.
 */
export function isOpenedByHand({ headers }: Request): boolean {
  return headers.get('sec-fetch-dest') === 'document' && !headers.has('sec-purpose')
}
