import { and, eq, isNull } from 'drizzle-orm'
import { corrections } from '#db/schema/clients.ts'
import { write } from '#db/write.ts'
import { mayAct } from '../access/access-stands.ts'
import type { ClientSession } from '../access/session/client-session.ts'
import { announce } from '../announce.ts'
import { NotFound, TooManyCorrections } from '../errors.ts'
import { requireText } from '../field.ts'
import { newId } from '../ids.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersForClient } from '../members/members-for-client.ts'
import type { Office } from '../office.ts'

export type AskForCorrection = {
  by: ClientSession
  /** Whose sheet, of the clients the access stands for. */
  clientId: string
  text: string
}

/** So many may wait of one client; a firm that has five to look at needs no sixth. */
const mostWaiting = 5
const longest = 2000

/**
 * The firm knows what is not right in a client's contact sheet: who looks after their matters is told in chat. The same
 * words that still wait are the same wish, however often they are sent.
 * Throws NotFound, LookingOnly, TextMissing, TextTooLong, TooManyCorrections.
 */
export async function askForCorrection(
  office: Office,
  wish: AskForCorrection,
): Promise<{ correctionId: string }> {
  // Browsers send line ends as two characters; people count them as one.
  const text = requireText('correction', wish.text.replaceAll('\r\n', '\n'), longest)
  const asked = await write(office.db, async (tx) => {
    const { firmId, clientIds, accessId } = await mayAct(office, tx, wish.by)
    const { clientId } = wish
    if (!clientIds.includes(clientId)) throw new NotFound()
    const waiting = await tx
      .select({ id: corrections.id, text: corrections.text })
      .from(corrections)
      .where(and(eq(corrections.clientId, clientId), isNull(corrections.settledAt)))
    const same = waiting.find((one) => one.text === text)
    if (same) return { correctionId: same.id }
    if (waiting.length >= mostWaiting) throw new TooManyCorrections(mostWaiting)
    const now = office.clock()
    const correctionId = newId(now)
    await tx
      .insert(corrections)
      .values({ id: correctionId, firmId, clientId, accessId, text, createdAt: now })
    const told = await membersForClient(tx, firmId, clientId, now)
    await announce(office, tx, {
      kind: 'correctionAsked',
      by: { kind: 'client', firmId, clientId },
      clientId,
      subjectId: correctionId,
      tell: chatsTo(told, {
        notice: { kind: 'correctionAsked', correctionId },
        matterId: null,
        subjectId: correctionId,
      }),
    })
    return { correctionId }
  })
  office.wake('outbox')
  return asked
}
