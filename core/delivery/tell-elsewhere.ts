import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { matterChannels } from '#db/schema/matters.ts'
import { announce } from '../announce.ts'
import { linkOf, type WhyNotThere } from '../matters/channels/matter-channel.ts'
import { chatsTo } from '../members/chats-to.ts'
import { membersToTell } from '../members/members-to-tell.ts'
import type { ChatNotice, ChatTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import type { OutboxRow } from './note-refused.ts'

/**
 * What a channel was not told is told to the matter's members directly. Where the channel itself is the reason nothing more is posted
 * there until somebody links one again, and the members are told so, once.
 */
export async function tellElsewhere(
  office: Office,
  tx: Tx,
  row: OutboxRow,
  because: WhyNotThere | 'unlinked',
): Promise<void> {
  const told = await membersToTell(tx, row.firmId, row.matterId, office.clock())
  const thread = row.threadKey?.split(':')[1] ?? null
  const direct = (notice: ChatNotice, subjectId: string, once: string): ChatTelling[] =>
    chatsTo(told, {
      notice,
      matterId: row.matterId,
      subjectId,
      thread,
      direct: true,
      once,
    })
  // Only `announce` writes this column.
  const notice = row.notice as ChatNotice
  const tell = direct(notice, row.subjectId ?? row.id, `${row.id}:direct`)
  const held = because === 'unlinked' ? null : await hold(office, tx, row, because)
  const aboutChannel = held ? direct({ kind: 'channelHeld', linkId: held }, held, `${held}:held`) : []
  if (held === null && tell.length === 0) return
  await announce(office, tx, {
    kind: 'channelHeld',
    by: { kind: 'system', firmId: row.firmId },
    matterId: row.matterId,
    subjectId: held ?? row.id,
    facts: { because },
    tell: [...aboutChannel, ...tell],
  })
}

/** The link, if it held until now. */
async function hold(office: Office, tx: Tx, row: OutboxRow, because: WhyNotThere): Promise<string | null> {
  const [tenant = '', channel = ''] = row.recipient.split(':')
  const link = await linkOf(tx, { platform: row.channel === 'teams' ? 'teams' : 'slack', tenant, channel })
  if (!link || link.heldAt) return null
  await tx
    .update(matterChannels)
    .set({ heldAt: office.clock(), heldBecause: because })
    .where(eq(matterChannels.id, link.id))
  return link.id
}
