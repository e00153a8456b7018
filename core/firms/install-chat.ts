import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { chatTenants, installLinks } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { NotFound } from '../errors.ts'
import type { Office } from '../office.ts'
import { usableLink } from './install-link.ts'
import { keepConnection, type Connecting } from './keep-connection.ts'

export type InstallChat = Omit<Connecting, 'tokens'> & {
  tokens: NonNullable<Connecting['tokens']>
  /** Null: somebody lets the app again into a workspace that is a firm's already. */
  linkId: string | null
}

/**
 * A workspace has let the app in and is from now on the firm's whose link was used, which is then used up; without one it is
 * whose it was, and who counts as its installer stays so: in many workspaces anybody may let an app in again. Throws AlreadyExists
 * where it is another firm's, and NotFound where the link can be used no more or, without one, nobody knows the workspace.
 */
export async function installChat(office: Office, wish: InstallChat): Promise<{ firmId: string }> {
  const { linkId, ...connecting } = wish
  return write(office.db, async (tx) => {
    if (linkId !== null) {
      const firmId = await spend(office, tx, linkId, wish.tenant)
      await keepConnection(office, tx, firmId, connecting)
      return { firmId }
    }
    const { firmId, installedBy } = await connectionBefore(tx, wish)
    await keepConnection(office, tx, firmId, { ...connecting, installedBy })
    return { firmId }
  })
}

async function connectionBefore(tx: Tx, { platform, tenant }: InstallChat) {
  const [known] = await tx
    .select({ firmId: chatTenants.firmId, installedBy: chatTenants.installedBy })
    .from(chatTenants)
    .where(and(eq(chatTenants.platform, platform), eq(chatTenants.tenant, tenant)))
  if (!known) throw new NotFound()
  return known
}

async function spend(office: Office, tx: Tx, linkId: string, tenant: string): Promise<string> {
  const link = await usableLink(office, tx, linkId)
  if (!link) throw new NotFound()
  await tx.update(installLinks).set({ usedAt: office.clock(), tenant }).where(eq(installLinks.id, linkId))
  return link.firmId
}
