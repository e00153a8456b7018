import type { Tx } from '#db/database.ts'
import { files } from '#db/schema/replies.ts'
import { inserting } from '#db/inserting.ts'
import { newId } from '../../ids.ts'
import type { Office } from '../../office.ts'
import type { Inbound, ReceiveReply } from '../receive-reply.ts'
import { letterheadIn } from './letterhead.ts'

const insertFiles = inserting(files)

/** Each attachment of the mail but a letterhead has its row; what it belongs to is said later. */
export async function keepFiles(office: Office, tx: Tx, inbound: Inbound, wish: ReceiveReply): Promise<void> {
  const now = office.clock()
  const { attachments } = wish.mail
  const letterhead = await letterheadIn(tx, inbound, attachments)
  const ids = attachments.map(() => newId(now))
  const rows = attachments.map((attachment, index) => {
    const storedAs = wish.storedAs[index]
    if (!storedAs) throw new Error(`attachment ${index} of ${inbound.id} was not stored`)
    return {
      id: ids[index] ?? '',
      firmId: inbound.firmId ?? '',
      matterId: inbound.matterId,
      clientId: inbound.clientId,
      inboundId: inbound.id,
      name: attachment.name,
      type: attachment.type,
      size: attachment.size,
      sha256: attachment.sha256,
      storedAs,
      flag: attachment.flag,
      ...wish.scans?.[index],
      insideOf: attachment.inside ? (ids[attachment.inside.of] ?? null) : null,
      insidePath: attachment.inside?.folders ?? null,
      createdAt: now,
    }
  })
  await insertFiles(
    tx,
    rows.filter((row) => !letterhead.has(row.sha256)),
  )
}
