import type { Query, Tx } from '#db/database.ts'
import { inserting } from '#db/inserting.ts'
import { replyAddresses } from '#db/schema/replies.ts'
import { among, givenList, statement } from '#db/statement.ts'
import { newShortId } from '../../ids.ts'
import type { Office } from '../../office.ts'

type Wanted = {
  firmId: string
  clientId: string
  matterId: string | null
  kind: 'news' | 'request' | 'bundle'
  subjectId: string
  email: string
}

type Known = { id: string; subjectId: string; clientId: string; email: string }

/** Addresses at which is answered about some subjects. */
export type ReplyAddresses = Known[]

/** Those at which recipients answer about these subjects, as far as there are any. */
export async function addressesFor(tx: Query, subjectIds: string[]): Promise<ReplyAddresses> {
  return subjectIds.length === 0 ? [] : addresses(tx, { subjectIds: [...new Set(subjectIds)] })
}

const addresses = statement((tx) =>
  tx
    .select({
      id: replyAddresses.id,
      subjectId: replyAddresses.subjectId,
      clientId: replyAddresses.clientId,
      email: replyAddresses.email,
    })
    .from(replyAddresses)
    .where(among(replyAddresses.subjectId, givenList('subjectIds'))),
)

/**
 * The id of the address at which this recipient answers about this subject; made at the first need, when it joins those that
 * are known, then always the same.
 */
export async function replyAddressFor(
  office: Office,
  tx: Tx,
  wanted: Wanted,
  known: ReplyAddresses,
): Promise<string> {
  const { subjectId, clientId, email } = wanted
  const found = known.find(
    (one) => one.subjectId === subjectId && one.clientId === clientId && one.email === email,
  )
  if (found) return found.id
  const id = newShortId()
  known.push({ id, subjectId, clientId, email })
  await insertAddresses(tx, [
    {
      id,
      firmId: wanted.firmId,
      clientId,
      matterId: wanted.matterId,
      subjectKind: wanted.kind,
      subjectId,
      email,
      createdAt: office.clock(),
    },
  ])
  return id
}

const insertAddresses = inserting(replyAddresses)
