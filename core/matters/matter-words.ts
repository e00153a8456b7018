import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { involvements, matters, matterWords } from '#db/schema/matters.ts'
import { keepWords } from '../search/keep-words.ts'
import { wordsOf } from '../search/search-words.ts'

/** Makes every matter of a client findable by the name the client has now. */
export async function indexMattersOf(tx: Tx, clientId: string): Promise<void> {
  const theirs = await tx
    .select({ matterId: involvements.matterId })
    .from(involvements)
    .where(eq(involvements.clientId, clientId))
  for (const { matterId } of theirs) await indexWords(tx, matterId)
}

/** Makes the matter findable by its title, number, alias, reference and the names of its clients as they stand now. */
export async function indexWords(tx: Tx, matterId: string): Promise<void> {
  const [matter] = await tx.select().from(matters).where(eq(matters.id, matterId))
  if (!matter) return
  const parties = await tx
    .select({ name: clients.name })
    .from(involvements)
    .innerJoin(clients, eq(clients.id, involvements.clientId))
    .where(eq(involvements.matterId, matterId))
  const texts = [
    matter.title,
    matter.number,
    matter.alias,
    matter.reference,
    ...parties.map((party) => party.name),
  ]
  const wanted = texts.flatMap((text) => (text ? wordsOf(text) : []))
  const { fresh, kin } = await keepWords(tx, matterWords, matterId, wanted)
  if (fresh.length === 0) return
  await tx.insert(matterWords).values(fresh.map((word) => ({ firmId: matter.firmId, word, matterId, kin })))
}
