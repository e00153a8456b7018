import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { clients } from '#db/schema/clients.ts'
import { outbox } from '#db/schema/delivery.ts'
import { among, givenList, statement } from '#db/statement.ts'
import { write } from '#db/write.ts'
import type { ClientSession } from '../../access/session/client-session.ts'
import type { Office } from '../../office.ts'

/**
 * Whoever entered has these news and requests before their eyes in the portal: the letters about them that went to the
 * access's own address say since when; where none went there, those to the client's main address. A member who looks through
 * a client's eyes leaves no trace.
 */
export async function noteSeen(office: Office, session: ClientSession, subjectIds: string[]): Promise<void> {
  if (session.borrowedBy !== null || subjectIds.length === 0) return
  const { clientIds, email } = session
  const told = await unseen(office.db.read, { subjectIds, clientIds })
  const theirs = told.filter(({ recipient, subjectId, main }) => {
    const isOwn = told.some((one) => one.subjectId === subjectId && one.recipient === email)
    return recipient === (isOwn ? email : main)
  })
  const fresh = theirs.filter(({ seenAt }) => seenAt === null)
  if (fresh.length === 0) return
  const ids = fresh.map(({ id }) => id)
  await write(office.db, (tx) =>
    tx
      .update(outbox)
      .set({ seenAt: office.clock() })
      .where(and(among(outbox.id, ids), isNull(outbox.seenAt))),
  )
}

const unseen = statement((tx) =>
  tx
    .select({
      id: outbox.id,
      subjectId: outbox.subjectId,
      recipient: outbox.recipient,
      seenAt: outbox.seenAt,
      main: clients.email,
    })
    .from(outbox)
    .innerJoin(clients, eq(clients.id, outbox.clientId))
    .where(
      and(
        among(outbox.subjectId, givenList('subjectIds')),
        eq(outbox.channel, 'mail'),
        among(outbox.clientId, givenList('clientIds')),
        isNotNull(outbox.acceptedAt),
      ),
    ),
)
