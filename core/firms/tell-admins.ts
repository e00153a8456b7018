import type { Tx } from '#db/database.ts'
import { newId } from '../ids.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { ChatNotice, ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'

/** What every admin of the firm who is in chat is told, directly. */
export async function tellAdmins(
  office: Office,
  tx: Tx,
  firmId: string,
  notice: Extract<ChatNotice, { kind: 'chatTurned' }>,
): Promise<ChatTelling[]> {
  const admins = await membersToTell(tx, firmId, null, office.clock())
  const subjectId = newId(office.clock())
  return chatsTo(admins, { notice, matterId: null, subjectId, direct: true })
}
