import { and, asc, eq, exists, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { answers, arrivals, filePasswords, files } from '#db/schema/replies.ts'
import { among, givenList, statement } from '#db/statement.ts'
import { meantFor } from '../../matters/meant-for.ts'

/** A file that came from a client for a request and needs a password, which they can give. */
export type LockedFile = {
  id: string
  requestId: string
  /** Null where whoever looks is not to read it. */
  name: string | null
  /** The address it came from, by mail or by that access. */
  from: string | null
  at: Date
  /** When they gave it last. */
  givenAt: Date | null
}

/**
 * A condition on files joined with their requests and answers: a password is wanted for it. Nobody needs one for what was
 * judged, or known to belong to no item, nor of a request that is over.
 */
export function wantsPassword() {
  return and(
    eq(files.flag, 'encrypted'),
    isNull(files.purgedAt),
    isNotNull(requests.announcedAt),
    isNull(requests.deletedAt),
    ne(requests.status, 'cancelled'),
    or(
      and(isNull(files.answerId), isNull(files.settledAt)),
      and(isNotNull(files.answerId), isNull(answers.verdict), isNull(answers.withdrawnAt)),
    ),
  )
}

/** A condition on files: they may count as an answer, for nothing is wrong with them but a password that was given. */
export function mayCount(tx: Query) {
  return or(
    isNull(files.flag),
    exists(
      tx
        .select({ id: filePasswords.fileId })
        .from(filePasswords)
        .where(and(eq(filePasswords.fileId, files.id), eq(files.flag, 'encrypted'))),
    ),
  )
}

/** Those that came from these clients, by request, in the order in which they came. */
export async function lockedFiles(
  tx: Query,
  which: { requestIds: string[]; clientIds: string[] },
): Promise<Map<string, LockedFile[]>> {
  if (which.requestIds.length === 0) return new Map()
  return Map.groupBy(await locked(tx, which), (file) => file.requestId)
}

const locked = statement((tx) =>
  tx
    .select({
      id: files.id,
      requestId: requests.id,
      name: files.name,
      from: arrivals.fromAddress,
      at: files.createdAt,
      givenAt: filePasswords.givenAt,
    })
    .from(files)
    .innerJoin(requests, eq(requests.id, files.requestId))
    .leftJoin(arrivals, eq(arrivals.id, files.arrivalId))
    .leftJoin(answers, eq(answers.id, files.answerId))
    .leftJoin(filePasswords, eq(filePasswords.fileId, files.id))
    .where(
      and(
        among(files.requestId, givenList('requestIds')),
        among(files.clientId, givenList('clientIds')),
        meantFor(tx, requests.id, givenList('clientIds')),
        wantsPassword(),
      ),
    )
    .orderBy(asc(files.createdAt), asc(files.id)),
)
