import { eq } from 'drizzle-orm'
import { matterChannels } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { ChannelTaken, MatterSensitive } from '../../errors.ts'
import { firstTime } from '../../first-time.ts'
import { newId } from '../../ids.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { matterFor } from '../matter-for.ts'
import { channelOfMatter, linkOf, type ChatChannel } from './matter-channel.ts'

export type LinkChannel = {
  by: MemberActor
  matterId: string
  /** The door has seen that nobody from outside reads there. */
  where: ChatChannel
  interaction?: string
}

/**
 * From now on what happens in the matter is told in this channel, in place of its members' direct messages; another that the
 * matter had is let go. Throws NotFound, MatterSensitive, and ChannelTaken when the channel belongs to another matter.
 */
export async function linkChannel(office: Office, wish: LinkChannel): Promise<void> {
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const matter = await matterFor(tx, wish.by, wish.matterId)
    if (matter.sensitiveAt) throw new MatterSensitive()
    const taken = await linkOf(tx, wish.where)
    if (taken && taken.matterId !== matter.id) throw new ChannelTaken()
    const before = await channelOfMatter(tx, matter.id, wish.where.platform)
    if (before) await tx.delete(matterChannels).where(eq(matterChannels.id, before.id))
    const now = office.clock()
    const { memberId: linkedBy, firmId } = wish.by
    const link = { id: newId(now), firmId, matterId: matter.id, ...wish.where, linkedAt: now, linkedBy }
    await tx.insert(matterChannels).values(link)
    await announce(office, tx, {
      kind: 'channelLinked',
      by: wish.by,
      matterId: matter.id,
      subjectId: link.id,
      facts: { platform: wish.where.platform, channel: wish.where.channel },
    })
  })
}
