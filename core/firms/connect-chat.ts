import { write } from '#db/write.ts'
import { requireText } from '../field.ts'
import type { SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { firmOf } from './firm.ts'
import { keepConnection } from './keep-connection.ts'

export type ConnectChat = {
  by: SystemActor
  platform: 'slack' | 'teams'
  /** Slack team id or Entra tenant id. */
  tenant: string
  /** Null: the environment's token serves. */
  botToken: string | null
}

/**
 * The workspace's members may talk to the firm; connecting it again replaces its token, which is kept encrypted. Throws
 * AlreadyExists where it is another firm's.
 */
export async function connectChat(office: Office, wish: ConnectChat): Promise<{ firmId: string }> {
  const { firmId } = wish.by
  const tenant = requireText('tenant', wish.tenant, 100)
  const tokens =
    wish.botToken === null ? null : { botToken: wish.botToken, refreshToken: null, expiresAt: null }
  await write(office.db, async (tx) => {
    await firmOf(tx, firmId)
    const connecting = { platform: wish.platform, tenant, enterprise: null, tokens, installedBy: null }
    await keepConnection(office, tx, firmId, connecting)
  })
  office.wake('outbox')
  return { firmId }
}
