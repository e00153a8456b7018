import { and, asc, between, eq, exists, inArray, isNull, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients, clientWords } from '#db/schema/clients.ts'
import { rangeOf } from '../matters/matter-words.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { clientReadingsOf } from './client-words.ts'
import { clientsInReach } from './clients-in-reach.ts'

export type ClientFound = { id: string; name: string; taxId: string | null; email: string }

export type FindClients = {
  by: MemberActor
  /** Beginnings of words of a name, tax id or e-mail; empty: the first by name. */
  words: string
  limit?: number
}

// How many clients one word may bring before the rest is left to a longer word.
const candidates = 100

/** The clients the member deals with in whom each of the words begins some word, by name; those who have left are not among them. */
export async function findClients(office: Office, wish: FindClients): Promise<ClientFound[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  for (const words of clientReadingsOf(wish.words)) {
    const found = words.length === 0 ? await listed(tx, by, null, wish) : await withWords(tx, by, words, wish)
    if (found.length > 0) return found
  }
  return []
}

// Where so many have the words that the cut may have left only such as the member does not deal with, or who have left,
// the others are looked for from the start.
async function withWords(
  tx: Query,
  by: MemberActor | SystemActor,
  words: string[],
  wish: FindClients,
): Promise<ClientFound[]> {
  const ids = await candidatesFor(tx, by, words)
  const found = await listed(tx, by, ids, wish)
  if (found.length > 0 || ids.length < candidates) return found
  return listed(tx, by, await candidatesFor(tx, by, words, 'in reach'), wish)
}

async function listed(
  tx: Query,
  by: MemberActor | SystemActor,
  ids: string[] | null,
  { limit = 25 }: FindClients,
): Promise<ClientFound[]> {
  if (ids?.length === 0) return []
  const found = tx
    .select({ id: clients.id, name: clients.name, taxId: clients.taxId, email: clients.email })
    .from(clients)
    .where(
      and(
        eq(clients.firmId, by.firmId),
        isNull(clients.leftAt),
        ids ? inArray(clients.id, ids) : undefined,
        clientsInReach(by),
      ),
    )
  if (!ids) return found.orderBy(asc(clients.name), asc(clients.id)).limit(limit)
  // Few enough to be sorted here; asked to sort them, SQLite would walk through all clients by name.
  const few = await found
  return few.sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)).slice(0, limit)
}

// The longest word picks candidates by a range of the index, whole words before beginnings; the other words are looked
// up candidate by candidate. A query of its own, so that no planner walks through all clients instead.
async function candidatesFor(
  tx: Query,
  by: MemberActor | SystemActor,
  words: string[],
  which: 'any' | 'in reach' = 'any',
): Promise<string[]> {
  const [longest = '', ...others] = [...words].sort((a, b) => b.length - a.length)
  const [from, to] = rangeOf(longest)
  const alsoHas = others.map((word) => {
    const [low, high] = rangeOf(word)
    return sql`exists (select 1 from client_words o where o.client_id = ${clientWords.clientId} and o.word between ${low} and ${high})`
  })
  const theirs = exists(
    tx
      .select({ id: clients.id })
      .from(clients)
      .where(and(eq(clients.id, clientWords.clientId), isNull(clients.leftAt), clientsInReach(by))),
  )
  const reached = which === 'in reach' ? theirs : undefined
  const whole = await tx
    .select({ id: clientWords.clientId })
    .from(clientWords)
    .where(and(eq(clientWords.firmId, by.firmId), eq(clientWords.word, longest), ...alsoHas, reached))
    .limit(candidates)
  const begun = await tx
    .select({ id: clientWords.clientId })
    .from(clientWords)
    .where(and(eq(clientWords.firmId, by.firmId), between(clientWords.word, from, to), ...alsoHas, reached))
    .limit(candidates)
  return [...new Set([...whole, ...begun].map((row) => row.id))]
}
