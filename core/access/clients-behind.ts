import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accessExtensions } from '#db/schema/access.ts'
import { clients } from '#db/schema/clients.ts'
import { given, statement } from '#db/statement.ts'
import type { Client } from '../clients/client.ts'
import type { Access } from './access.ts'

export type Behind = {
  /** Those who have not left: the one the access was made for first, then those it was extended to, as they came. */
  living: Client[]
  /** All of them, who are one person. */
  ids: string[]
}

/** The clients an access stands for. */
export async function clientsBehind(tx: Query, access: Pick<Access, 'id' | 'clientId'>): Promise<Behind> {
  const rows = await behind(tx, { accessId: access.id, clientId: access.clientId })
  const turn = ({ client, since }: (typeof rows)[number]) =>
    client.id === access.clientId ? 0 : (since?.getTime() ?? 0)
  const inTurn = rows.toSorted((a, b) => turn(a) - turn(b)).map((row) => row.client)
  return {
    living: inTurn.filter((client) => client.leftAt === null),
    ids: inTurn.map((client) => client.id),
  }
}

// As one list, for which both engines look by id: with an "or", PostgreSQL goes through all clients there are.
const behind = statement((tx) => {
  const theirs = sql`(select ${given('clientId')} union all
    select ${accessExtensions.clientId} from ${accessExtensions} where ${accessExtensions.accessId} = ${given('accessId')})`
  return tx
    .select({ client: clients, since: accessExtensions.createdAt })
    .from(clients)
    .leftJoin(
      accessExtensions,
      and(eq(accessExtensions.clientId, clients.id), eq(accessExtensions.accessId, given('accessId'))),
    )
    .where(inArray(clients.id, theirs))
})
