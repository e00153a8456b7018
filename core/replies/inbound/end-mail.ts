import type { Tx } from '#db/database.ts'
import { changing } from '#db/changing.ts'
import { inboundMessages } from '#db/schema/replies.ts'
import type { Office } from '../../office.ts'
import type { Inbound, InboundState } from '../receive-reply.ts'
import type { IncomingMail } from './incoming-mail.ts'

/** How the mail ends, and its row with whose and what it is about, as far as it could be told. */
export type End = { state: InboundState; inbound: Inbound }

/** Writes it all in the row, which has its final state. */
export async function endAs(
  office: Office,
  tx: Tx,
  mail: IncomingMail,
  { state, inbound }: End,
): Promise<InboundState> {
  await end(tx, [inbound.id], {
    ...inbound,
    ...factsOf(mail),
    state,
    stateAt: office.clock(),
    claimedUntil: null,
    lastError: null,
  })
  return state
}

const end = changing(inboundMessages, [
  'state',
  'stateAt',
  'claimedUntil',
  'lastError',
  'firmId',
  'clientId',
  'matterId',
  'requestId',
  'newsId',
  'matchedBy',
  'messageId',
  'contentHash',
  'fromAddress',
  'fromName',
  'subject',
  'writtenText',
  'kind',
  'forwardedFrom',
  'proof',
])

/** What the row keeps of the mail itself. */
export function factsOf(mail: IncomingMail) {
  return {
    messageId: mail.messageId,
    contentHash: mail.contentHash,
    fromAddress: mail.from[0]?.address ?? null,
    fromName: mail.from[0]?.name ?? null,
    subject: mail.subject.slice(0, 500),
    writtenText: mail.writtenText.slice(0, 20_000),
    kind: mail.kind,
    forwardedFrom: mail.forwardedFrom ?? null,
    proof: `${mail.authentication.verdict} ${mail.authentication.detail}`.slice(0, 1000),
  }
}
