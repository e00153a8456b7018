import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matterChannels } from '#db/schema/matters.ts'

export type MatterChannel = typeof matterChannels.$inferSelect

/** Why nothing is posted in a channel: outsiders read there, the matter is sensitive now, or the bot cannot post there. */
export type WhyNotThere = 'shared' | 'sensitive' | 'gone'

/** A channel of a chat, whatever it is called there. */
export type ChatChannel = { platform: 'slack' | 'teams'; tenant: string; channel: string }

/** The channel that belongs to the matter on a platform; null where there is none. */
export async function channelOfMatter(
  tx: Query,
  matterId: string,
  platform: ChatChannel['platform'],
): Promise<MatterChannel | null> {
  const [found] = await tx
    .select()
    .from(matterChannels)
    .where(and(eq(matterChannels.matterId, matterId), eq(matterChannels.platform, platform)))
  return found ?? null
}

/** What a channel belongs to; null where it belongs to no matter. */
export async function linkOf(tx: Query, where: ChatChannel): Promise<MatterChannel | null> {
  const { platform, tenant, channel } = where
  const [found] = await tx
    .select()
    .from(matterChannels)
    .where(
      and(
        eq(matterChannels.platform, platform),
        eq(matterChannels.tenant, tenant),
        eq(matterChannels.channel, channel),
      ),
    )
  return found ?? null
}
