import type { Tx } from '#db/database.ts'
import { firms } from '#db/schema/firms.ts'
import { announce } from '../announce.ts'
import { toldAgain } from '../delivery/told-again.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { Office } from '../office.ts'

/** The admins of every firm are told that a mailbox is in trouble, or, when it is over, what they were told is brought up to date. */
export async function tellOfMailbox(
  office: Office,
  tx: Tx,
  mailbox: string,
  { since, isOver }: { since: Date; isOver: boolean },
): Promise<void> {
  const subjectId = `${mailbox}:${since.getTime()}`
  const notice = { kind: 'mailboxTrouble' as const, mailbox, since: since.toISOString() }
  for (const { id: firmId } of await tx.select({ id: firms.id }).from(firms)) {
    const admins = isOver ? [] : await membersToTell(tx, firmId, null, office.clock())
    const first = chatsTo(admins, {
      notice,
      matterId: null,
      subjectId,
    })
    await announce(office, tx, {
      kind: isOver ? 'mailboxWell' : 'mailboxTrouble',
      by: { kind: 'system', firmId },
      subjectId,
      facts: { mailbox },
      tell: isOver ? await toldAgain(tx, firmId, subjectId, notice.kind) : first,
    })
  }
}
