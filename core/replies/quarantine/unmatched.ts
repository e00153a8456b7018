import type { Query } from '#db/database.ts'
import { clientsAt } from '../../clients/clients-at.ts'
import type { MemberActor, SystemActor } from '../../members/actor.ts'
import type { QuarantineReason } from '../inbound/authorise.ts'
import type { Inbound } from '../receive-reply.ts'

type Unmatched = Pick<Inbound, 'matterId' | 'clientId' | 'quarantineReason'>

const reasonsOfClients: QuarantineReason[] = ['no_match', 'unproven', 'not_addressed']
/** Why mails wait of which, when they were matched to nothing, a member may say what they answer. */
export const reasonsToPlace: QuarantineReason[] = ['from_member', ...reasonsOfClients]

/** Whether a mail that was matched to nothing comes from an address of a client's, as far as nothing says otherwise. */
export function isOfClient(mail: Unmatched): boolean {
  return isUnmatchedFor(mail, reasonsOfClients)
}

/** Whether a member may say which request a mail answers that was matched to nothing. */
export function isPlaceable(mail: Unmatched): boolean {
  return isUnmatchedFor(mail, reasonsToPlace)
}

function isUnmatchedFor(
  { matterId, clientId, quarantineReason: reason }: Unmatched,
  reasons: QuarantineReason[],
): boolean {
  return matterId === null && clientId === null && reason !== null && reasons.includes(reason)
}

/**
 * Whether a mail of no matter is the member's business: a client's is where they deal with every client whose address it comes from, so
 * that nobody comes by it by giving that address to another client; anything else is anybody's.
 */
export async function isTheirs(
  tx: Query,
  by: MemberActor | SystemActor,
  mail: Unmatched & Pick<Inbound, 'fromAddress'>,
): Promise<boolean> {
  if (!isOfClient(mail) || by.kind === 'system' || by.role === 'admin') return true
  const from = mail.fromAddress ?? ''
  const writing = await clientsAt(tx, { kind: 'system', firmId: by.firmId }, from)
  return writing.length > 0 && (await clientsAt(tx, by, from)).length === writing.length
}
