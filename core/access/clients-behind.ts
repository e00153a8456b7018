import { and, eq, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses, accessExtensions, sessions } from '#db/schema/access.ts'
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

type HolderOf = Pick<Access, 'id' | 'clientId'>

/** The clients an access stands for. */
export async function clientsBehind(tx: Query, access: HolderOf): Promise<Behind> {
  return inTurn(await behind(tx, { accessId: access.id, clientId: access.clientId }), access)
}

/** Those behind the access that a session was begun with, once it is known; asked by the session, so that nobody waits for it. */
export async function clientsBehindSession(
  tx: Query,
  sessionId: string,
): Promise<(access: HolderOf) => Behind> {
  const rows = await behindSession(tx, { sessionId })
  return (access) => inTurn(rows, access)
}

type Row = { client: Client; since: Date | null }

function inTurn(rows: Row[], access: HolderOf): Behind {
  const turn = ({ client, since }: Row) => (client.id === access.clientId ? 0 : (since?.getTime() ?? 0))
  const clients = rows.toSorted((a, b) => turn(a) - turn(b)).map((row) => row.client)
  return {
    living: clients.filter((client) => client.leftAt === null),
    ids: clients.map((client) => client.id),
  }
}

const behind = statement((tx) => clientsOf(tx, given('accessId'), sql`select ${given('clientId')}`))

const behindSession = statement((tx) => {
  const accessId = sql`(select ${sessions.accessId} from ${sessions} where ${sessions.id} = ${given('sessionId')})`
  return clientsOf(
    tx,
    accessId,
    sql`select ${accesses.clientId} from ${accesses} where ${accesses.id} = ${accessId}`,
  )
})

// As one list, for which both engines look by id: with an "or", PostgreSQL goes through all clients there are.
function clientsOf(tx: Query, accessId: SQLWrapper, first: SQL) {
  const theirs = sql`(${first} union all
    select ${accessExtensions.clientId} from ${accessExtensions} where ${accessExtensions.accessId} = ${accessId})`
  return tx
    .select({ client: clients, since: accessExtensions.createdAt })
    .from(clients)
    .leftJoin(
      accessExtensions,
      and(eq(accessExtensions.clientId, clients.id), eq(accessExtensions.accessId, accessId)),
    )
    .where(inArray(clients.id, theirs))
}
