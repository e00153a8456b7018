import { and, asc, eq, exists, isNull, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients, clientWords } from '#db/schema/clients.ts'
import { among } from '#db/statement.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { findByWords, lookUpIn } from '../search/find-by-words.ts'
import { clientReadingsOf } from './client-words.ts'
import { clientsInReach } from './clients-in-reach.ts'

export type ClientFound = { id: string; name: string; taxId: string | null; email: string }

export type FindClients = {
  by: MemberActor
  /** Beginnings of words of a name, tax id or e-mail; empty: the first by name. */
  words: string
  limit?: number
}

const wordsOfClients = lookUpIn(clientWords)

/** The clients the member deals with in whom each of the words begins some word, by name; those who have left are not among them. */
export async function findClients(office: Office, wish: FindClients): Promise<ClientFound[]> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const theirs = tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, clientWords.clientId), isNull(clients.leftAt), clientsInReach(by)))
  return findByWords(tx, {
    wordsIn: wordsOfClients,
    firmId: by.firmId,
    readings: clientReadingsOf(wish.words),
    reachable: async () => exists(theirs),
    listed: (ids) => listed(tx, by, ids, wish),
  })
}

async function listed(
  tx: Query,
  by: MemberActor | SystemActor,
  ids: string[] | null,
  { limit = 20 }: FindClients,
): Promise<ClientFound[]> {
  const found = tx
    .select({ id: clients.id, name: clients.name, taxId: clients.taxId, email: clients.email })
    .from(clients)
    .where(
      and(
        // As an expression where ids are named, lest SQLite goes through all clients of the firm instead.
        ids
          ? and(sql`${clients.firmId} || '' = ${by.firmId}`, among(clients.id, ids))
          : eq(clients.firmId, by.firmId),
        isNull(clients.leftAt),
        clientsInReach(by),
      ),
    )
  if (!ids) return found.orderBy(asc(clients.name), asc(clients.id)).limit(limit)
  // Few enough to be sorted here; asked to sort them, SQLite would walk through all clients by name.
  const few = await found
  return few.sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)).slice(0, limit)
}
