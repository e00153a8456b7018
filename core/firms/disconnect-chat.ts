import { and, eq, inArray, like } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { outbox } from '#db/schema/delivery.ts'
import { chatTenants } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { sha256 } from '../keys.ts'
import type { Office } from '../office.ts'
import { keptTokens } from './chat-tokens.ts'
import { tellAdmins } from './tell-admins.ts'

export type DisconnectChat = {
  platform: 'slack' | 'teams'
  tenant: string
  /** In the platform's word: `app_uninstalled`, `tokens_revoked`, `invalid_auth`. */
  because: string
  /** Of which token that was found; one that has been replaced since is no matter. */
  token?: string
  /** When it happened, as the platform says; what was connected afterwards stays so. */
  at?: Date
  /** The firm has put the app out, so what waits for the workspace is not to come later. Else it waits for a new token. */
  forGood: boolean
}

/**
 * The workspace's tokens are gone from the database, and nothing is asked of it until somebody connects it again. True when
 * that became so now: it is told once, and to the admins, to whom it comes as soon as there is a way to them.
 */
export async function disconnectChat(office: Office, wish: DisconnectChat): Promise<boolean> {
  const { platform, tenant, because, token } = wish
  const done = await write(office.db, async (tx) => {
    const [row] = await tx
      .select()
      .from(chatTenants)
      .where(and(eq(chatTenants.platform, platform), eq(chatTenants.tenant, tenant)))
    if (!row || isOver(office, row, wish)) return false
    const environmentsOwn = row.botToken === null && token !== undefined
    await tx
      .update(chatTenants)
      .set({
        botToken: null,
        refreshToken: null,
        tokenExpiresAt: null,
        renewingUntil: null,
        disconnectedAt: office.clock(),
        disconnectedBecause: because,
        voidToken: environmentsOwn ? sha256(token) : null,
      })
      .where(eq(chatTenants.id, row.id))
    if (wish.forGood) await cancelWaiting(tx, platform, tenant)
    await announce(office, tx, {
      kind: 'chatDisconnected',
      by: { kind: 'system', firmId: row.firmId },
      facts: { platform, tenant, because },
      tell: await tellAdmins(office, tx, row.firmId, {
        kind: 'chatTurned',
        connected: false,
        platform,
        tenant,
        at: office.clock().toISOString(),
        by: null,
        because,
      }),
    })
    return true
  })
  if (done) office.wake('outbox')
  return done
}

function isOver(
  office: Office,
  row: typeof chatTenants.$inferSelect,
  { token, at }: DisconnectChat,
): boolean {
  if (at && row.connectedAt && at < row.connectedAt) return true
  const own = keptTokens(office, row)?.botToken
  if (own) return token !== undefined && token !== own
  if (row.disconnectedAt === null) return false
  return token === undefined || row.voidToken === null || row.voidToken === sha256(token)
}

async function cancelWaiting(tx: Tx, platform: 'slack' | 'teams', tenant: string) {
  await tx
    .update(outbox)
    .set({ state: 'cancelled', cancelledBecause: 'workspace disconnected' })
    .where(
      and(
        eq(outbox.channel, platform),
        inArray(outbox.state, ['queued']),
        // Ids of workspaces are letters and digits: nothing in them means something to LIKE.
        like(outbox.recipient, `${tenant}:%`),
      ),
    )
}
