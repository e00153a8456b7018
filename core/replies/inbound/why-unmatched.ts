import type { Tx } from '#db/database.ts'
import { clientsAt } from '../../clients/clients-at.ts'
import type { ReceiveReply } from '../receive-reply.ts'
import { doubtAbout, type QuarantineReason } from './authorise.ts'
import { memberForwards } from './member-writing.ts'

/**
 * Why a mail waits that was matched to nothing. A client's, as far as nothing says otherwise, does so for that alone: it may be
 * placed by a member, and is an answer to nothing before. `trusted`: the firm takes the word of its own mail server.
 */
export async function whyUnmatched(
  tx: Tx,
  firmId: string,
  { mail, forgedAddress, shownOurs }: Pick<ReceiveReply, 'mail' | 'forgedAddress' | 'shownOurs'>,
  trusted: boolean,
): Promise<QuarantineReason> {
  if (forgedAddress) return 'forged'
  const byMember = await memberForwards(tx, firmId, mail, trusted)
  if (byMember) return byMember
  for (const { address } of mail.from.slice(0, 10)) {
    const writing = await clientsAt(tx, { kind: 'system', firmId }, address)
    if (writing.length > 0) return doubtAbout(mail, true, shownOurs, trusted) ?? 'no_match'
  }
  return 'unknown_sender'
}
