import type { Tx } from '#db/database.ts'
import { announce } from '../announce.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import { keepConfirmation } from '../news/keep-confirmation.ts'
import type { Office } from '../office.ts'
import { keepRequestConfirmation } from '../requests/keep-request-confirmation.ts'
import type { FileRow, Reply } from './apply-reply.ts'

/** A reply with nothing for a request becomes a message in the history. */
export async function fileAsMessage(office: Office, tx: Tx, reply: Reply, came: FileRow[]): Promise<'filed'> {
  const { inbound } = reply
  await confirmNews(office, tx, reply)
  if (inbound.requestId) await noteRead(office, tx, reply, inbound.requestId)
  await tellOfMessage(office, tx, reply, came)
  return 'filed'
}

/** Whoever answers urgent news has read it; a machine has not, nor has a client whose mail a member sent on. */
export async function confirmNews(office: Office, tx: Tx, reply: Reply): Promise<void> {
  const { inbound, clientId, fromAddress } = reply
  if (!inbound.newsId || inbound.kind !== 'reply' || reply.onBehalf) return
  await keepConfirmation(office, tx, { newsId: inbound.newsId, clientId, via: 'reply', email: fromAddress })
}

/** The members are told what the client wrote. */
export async function tellOfMessage(office: Office, tx: Tx, reply: Reply, came: FileRow[]): Promise<void> {
  const { inbound } = reply
  const firmId = inbound.firmId ?? ''
  const told = await membersToTell(tx, firmId, inbound.matterId, office.clock())
  await announce(office, tx, {
    kind: 'messageReceived',
    by: { kind: 'client', firmId, clientId: reply.clientId },
    matterId: inbound.matterId,
    clientId: reply.clientId,
    subjectId: inbound.id,
    facts: { files: came.length },
    tell: chatsTo(told, {
      notice: { kind: 'messageArrived', inboundId: inbound.id },
      matterId: inbound.matterId,
      subjectId: inbound.id,
      thread: inbound.requestId,
    }),
  })
}

/** The same of an urgent request. */
export async function noteRead(office: Office, tx: Tx, reply: Reply, requestId: string) {
  const { inbound, clientId, fromAddress } = reply
  if (inbound.kind !== 'reply' || reply.onBehalf) return
  await keepRequestConfirmation(office, tx, { requestId, clientId, via: 'reply', email: fromAddress })
}
