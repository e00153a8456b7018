import type { ImapFlow } from 'imapflow'

/** The folder is there; gives back its path as this server writes it. Throws what the server says when it may not be made. */
export async function ensureFolder(client: ImapFlow, parts: string[]): Promise<string> {
  const folders = await client.list()
  const delimiter = folders.find((folder) => folder.delimiter)?.delimiter ?? '/'
  const path = parts.join(delimiter)
  // Some servers keep everything inside INBOX and show it so.
  const found = folders.find((folder) => folder.path === path || folder.path === `INBOX${delimiter}${path}`)
  if (found) return found.path
  const made = await client.mailboxCreate(parts)
  return made.path
}
