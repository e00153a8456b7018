import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { chatTenants } from '#db/schema/firms.ts'
import { announce } from '../announce.ts'
import { AlreadyExists } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { sealedTokens, type ChatTokens } from './chat-tokens.ts'
import { tellAdmins } from './tell-admins.ts'

export type Connecting = {
  platform: 'slack' | 'teams'
  /** Slack team id or Entra tenant id. */
  tenant: string
  /** Slack's organisation, where there is one. */
  enterprise: string | null
  /** Null: the environment's token serves. */
  tokens: ChatTokens | null
  /** The chat user who let the app in, where one did. */
  installedBy: string | null
}

/**
 * The workspace is the firm's, with these tokens and no others, whatever it was disconnected for before. Throws
 * AlreadyExists where it is another firm's. The admins are told; the caller wakes the outbox.
 */
export async function keepConnection(
  office: Office,
  tx: Tx,
  firmId: string,
  connecting: Connecting,
): Promise<void> {
  const now = office.clock()
  const { platform, tenant, tokens, ...whose } = connecting
  const [known] = await tx
    .select({ id: chatTenants.id, firmId: chatTenants.firmId })
    .from(chatTenants)
    .where(and(eq(chatTenants.platform, platform), eq(chatTenants.tenant, tenant)))
  if (known && known.firmId !== firmId) throw new AlreadyExists(platform, tenant)
  const values = {
    ...whose,
    ...sealedTokens(office, tokens),
    renewingUntil: null,
    connectedAt: now,
    disconnectedAt: null,
    disconnectedBecause: null,
    voidToken: null,
  }
  if (known) await tx.update(chatTenants).set(values).where(eq(chatTenants.id, known.id))
  else {
    await tx
      .insert(chatTenants)
      .values({ id: newId(now), firmId, platform, tenant, createdAt: now, ...values })
  }
  await announce(office, tx, {
    kind: 'chatConnected',
    by: { kind: 'system', firmId },
    facts: { platform, tenant, ...(connecting.installedBy && { installedBy: connecting.installedBy }) },
    tell: await tellAdmins(office, tx, firmId, {
      kind: 'chatTurned',
      connected: true,
      platform,
      tenant,
      at: now.toISOString(),
      by: connecting.installedBy,
      because: null,
    }),
  })
}
