import { and, eq } from 'drizzle-orm'
import { chatTenants } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { AlreadyExists } from '../errors.ts'
import { requireText } from '../field.ts'
import { newId } from '../ids.ts'
import { keyFor, seal } from '../keys.ts'
import type { SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { firmOf } from './firm.ts'

export type ConnectChat = {
  by: SystemActor
  platform: 'slack' | 'teams'
  /** Slack team id or Entra tenant id. */
  tenant: string
  /** Null: the environment's token serves. */
  botToken: string | null
}

/** The workspace's members may talk to the firm; connecting it again replaces its token, which is kept encrypted. */
export async function connectChat(office: Office, wish: ConnectChat): Promise<{ firmId: string }> {
  const now = office.clock()
  const { firmId } = wish.by
  const tenant = requireText('tenant', wish.tenant, 100)
  const botToken = wish.botToken && seal(keyFor(office.config.secretKey, 'chat-token'), wish.botToken)
  return write(office.db, async (tx) => {
    await firmOf(tx, firmId)
    const [known] = await tx
      .select({ id: chatTenants.id, firmId: chatTenants.firmId })
      .from(chatTenants)
      .where(and(eq(chatTenants.platform, wish.platform), eq(chatTenants.tenant, tenant)))
    if (known && known.firmId !== firmId) throw new AlreadyExists(wish.platform, tenant)
    if (known) await tx.update(chatTenants).set({ botToken }).where(eq(chatTenants.id, known.id))
    else {
      await tx
        .insert(chatTenants)
        .values({ id: newId(now), firmId, platform: wish.platform, tenant, botToken, createdAt: now })
    }
    await announce(office, tx, {
      kind: 'chatConnected',
      by: wish.by,
      facts: { platform: wish.platform, tenant },
    })
    return { firmId }
  })
}
