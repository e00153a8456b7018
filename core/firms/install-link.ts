import { eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { installLinks } from '#db/schema/firms.ts'
import { keyFor, mac, sameText } from '../keys.ts'
import type { Office } from '../office.ts'

export type InstallLink = typeof installLinks.$inferSelect

/** The address of a link; its secret is worked out from `SECRET_KEY` and stored nowhere. */
export function installUrl(office: Office, linkId: string): string {
  return `${office.config.web.baseUrl}/slack/install/${tokenOf(office, linkId)}`
}

/** The link that a token in its address opens and that can still be used; null where there is none. */
export async function installLinkOf(office: Office, tx: Query, token: string): Promise<InstallLink | null> {
  const [linkId = ''] = token.split('-')
  if (!sameText(token, tokenOf(office, linkId))) return null
  return usableLink(office, tx, linkId)
}

/** The link, unless it was used or its time is over. */
export async function usableLink(office: Office, tx: Query, linkId: string): Promise<InstallLink | null> {
  const [link] = await tx.select().from(installLinks).where(eq(installLinks.id, linkId))
  return link && link.usedAt === null && link.expiresAt > office.clock() ? link : null
}

function tokenOf(office: Office, linkId: string): string {
  return `${linkId}-${mac(keyFor(office.config.secretKey, 'install-link'), linkId)}`
}
