import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { replyAddresses } from '#db/schema/replies.ts'
import { given, statement } from '#db/statement.ts'
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

/** The id of the address at which this recipient answers about this subject; made at the first need, then always the same. */
export async function replyAddressFor(office: Office, tx: Tx, wanted: Wanted): Promise<string> {
  const { subjectId, clientId, email } = wanted
  const [known] = await addressFor(tx, { subjectId, clientId, email })
  if (known) return known.id
  const id = newShortId()
  await tx.insert(replyAddresses).values({
    id,
    firmId: wanted.firmId,
    clientId: wanted.clientId,
    matterId: wanted.matterId,
    subjectKind: wanted.kind,
    subjectId: wanted.subjectId,
    email: wanted.email,
    createdAt: office.clock(),
  })
  return id
}

const addressFor = statement((tx) =>
  tx
    .select({ id: replyAddresses.id })
    .from(replyAddresses)
    .where(
      and(
        eq(replyAddresses.subjectId, given('subjectId')),
        eq(replyAddresses.clientId, given('clientId')),
        eq(replyAddresses.email, given('email')),
      ),
    ),
)
