import type { MatterInNote } from '../../delivery/chat-note.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { matterFor } from '../matter-for.ts'
import { matterInNote } from '../who-is-told.ts'
import { channelOfMatter, type ChatChannel, type WhyNotThere } from './matter-channel.ts'

export type ChannelFor = {
  matter: MatterInNote & { sensitive: boolean }
  /** `held`: why nothing is posted there. */
  link: { channel: string; held: WhyNotThere | null } | null
}

/** The matter's channel as a member may look at it. Throws NotFound. */
export async function channelFor(
  office: Office,
  wish: { by: MemberActor; matterId: string; platform: ChatChannel['platform'] },
): Promise<ChannelFor> {
  const tx = office.db.read
  const matter = await matterFor(tx, wish.by, wish.matterId)
  const link = await channelOfMatter(tx, matter.id, wish.platform)
  return {
    matter: { ...matterInNote(matter), sensitive: matter.sensitiveAt !== null },
    link: link && { channel: link.channel, held: link.heldAt && link.heldBecause },
  }
}
