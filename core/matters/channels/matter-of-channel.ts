import { NotFound } from '../../errors.ts'
import type { MatterInNote } from '../../delivery/chat-note.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { matterFor } from '../matter-for.ts'
import { matterInNote } from '../who-is-told.ts'
import { linkOf, type ChatChannel } from './matter-channel.ts'

/** The matter that a channel belongs to, for a member who may see it; null for anybody else, and where it belongs to none. */
export async function matterOfChannel(
  office: Office,
  wish: { by: MemberActor; where: ChatChannel },
): Promise<MatterInNote | null> {
  const tx = office.db.read
  const link = await linkOf(tx, wish.where)
  if (!link) return null
  try {
    return matterInNote(await matterFor(tx, wish.by, link.matterId))
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
