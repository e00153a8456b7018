import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { additionalEmails, clients, clientWords } from '#db/schema/clients.ts'
import { keepWords } from '../search/keep-words.ts'
import { readingsOf, wordsOf } from '../search/search-words.ts'

/** Makes the client findable by name, tax id, main and additional e-mails as they stand now. */
export async function indexClient(tx: Tx, clientId: string): Promise<void> {
  const [client] = await tx.select().from(clients).where(eq(clients.id, clientId))
  if (!client) return
  const further = await tx
    .select({ email: additionalEmails.email })
    .from(additionalEmails)
    .where(eq(additionalEmails.clientId, clientId))
  const emails = [client.email, ...further.map((row) => row.email)]
  const wanted = [...wordsOf(client.name), ...wordsOf(client.taxId ?? ''), ...emails.flatMap(wordsOfAddress)]
  const { fresh, kin } = await keepWords(tx, clientWords, clientId, wanted)
  if (fresh.length === 0) return
  await tx.insert(clientWords).values(fresh.map((word) => ({ firmId: client.firmId, word, clientId, kin })))
}

// An e-mail is found by what stands before its @, and as one word; its domain alone, which half the clients may share,
// finds nobody.
function wordsOfAddress(email: string): string[] {
  const [local = ''] = email.split('@')
  return [...new Set([...wordsOf(local), ...joined(email)])]
}

/** What somebody who types this may mean, likeliest first, each as words that must all be found; an e-mail is one word. */
export function clientReadingsOf(typed: string): string[][] {
  const pieces = typed.trim().split(/\s+/)
  if (!typed.includes('@')) return readingsOf(typed)
  return [pieces.flatMap((piece) => (piece.includes('@') ? joined(piece) : wordsOf(piece)))]
}

function joined(email: string): string[] {
  return wordsOf(email.replace(/[^\p{L}\p{N}\p{M}]/gu, ''))
}
