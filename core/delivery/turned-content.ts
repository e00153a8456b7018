import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { chatTenants } from '#db/schema/firms.ts'
import type { ChatNotice } from '../notices.ts'
import type { ChatNoteContent } from './chat-note.ts'

/** In the platforms' words: the firm itself put the app out. */
const putOut = ['app_uninstalled', 'tokens_revoked']

/** What an admin is told of a workspace that was connected, or is not any more; and whether it is again. */
export async function turnedContent(
  tx: Query,
  { connected, platform, tenant, at, by, because }: Extract<ChatNotice, { kind: 'chatTurned' }>,
): Promise<ChatNoteContent> {
  const [now] = await tx
    .select({ disconnectedAt: chatTenants.disconnectedAt })
    .from(chatTenants)
    .where(and(eq(chatTenants.platform, platform), eq(chatTenants.tenant, tenant)))
  return {
    kind: 'chatTurned',
    connected,
    workspace: tenant,
    at: new Date(at),
    by,
    removed: putOut.includes(because ?? ''),
    again: !connected && now?.disconnectedAt === null,
  }
}
