/** The path in a `file:` URL, kept relative where it is (`new URL` would make `file:./data/x` absolute). */
export function sqlitePath(url: string): string {
  if (!url.startsWith('file:')) throw new Error(`not a file URL: ${url}`)
  const path = url.slice('file:'.length)
  return path.startsWith('//') ? path.slice(2) : path
}
