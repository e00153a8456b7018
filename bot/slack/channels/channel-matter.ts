import type { MatterInNote } from '#core/delivery/chat-note.ts'
import { matterOfChannel } from '#core/matters/channels/matter-of-channel.ts'
import type { Turn } from '../turn.ts'

/** The matter that the conversation belongs to in which something was done; null where it belongs to none, or is not the member's. */
export async function channelMatter(
  { office, by, chatUser }: Pick<Turn, 'office' | 'by' | 'chatUser'>,
  channelId: string | null,
): Promise<MatterInNote | null> {
  if (channelId === null || channelId.startsWith('D')) return null
  const where = { platform: 'slack', tenant: chatUser.tenant, channel: channelId } as const
  return matterOfChannel(office, { by, where })
}
