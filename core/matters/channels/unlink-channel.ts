import { eq } from 'drizzle-orm'
import { matterChannels } from '#db/schema/matters.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import type { MemberActor } from '../../members/actor.ts'
import type { Office } from '../../office.ts'
import { matterFor } from '../matter-for.ts'
import { channelOfMatter, type ChatChannel } from './matter-channel.ts'

/** The matter has no channel on the platform any more; its members are told directly again. Throws NotFound. */
export async function unlinkChannel(
  office: Office,
  wish: { by: MemberActor; matterId: string; platform: ChatChannel['platform'] },
): Promise<void> {
  await write(office.db, async (tx) => {
    const matter = await matterFor(tx, wish.by, wish.matterId)
    const link = await channelOfMatter(tx, matter.id, wish.platform)
    if (!link) return
    await tx.delete(matterChannels).where(eq(matterChannels.id, link.id))
    const { platform, channel } = link
    await announce(office, tx, {
      kind: 'channelUnlinked',
      by: wish.by,
      matterId: matter.id,
      subjectId: link.id,
      facts: { platform, channel },
    })
  })
}
