import { and, eq, exists, sql, type SQL } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { audiences, type news, type requests } from '#db/schema/communication.ts'
import { among, type GivenList } from '#db/statement.ts'

/** A condition on news or requests: one of these clients is among those it is for. */
export function meantFor(
  tx: Query,
  subject: typeof news.id | typeof requests.id,
  clientIds: string[] | GivenList,
): SQL {
  return exists(
    tx
      .select({ one: sql`1`.as('one') })
      .from(audiences)
      .where(and(eq(audiences.subjectId, subject), among(audiences.clientId, clientIds))),
  )
}
