import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { keyFor, mac, sameText } from '../../keys.ts'
import type { Office } from '../../office.ts'
import type { Access } from '../access.ts'

/**
 * The token in an access's link. It is worked out from `SECRET_KEY` and stored nowhere, so a copy of the database opens
 * nothing; raising the access's `linkVersion` makes every earlier one worthless.
 */
export function linkToken(office: Office, access: Pick<Access, 'id' | 'linkVersion'>): string {
  const key = keyFor(office.config.secretKey, 'access-link')
  return `${access.id}-${mac(key, `${access.id}:${access.linkVersion}`)}`
}

/** The living link access the token opens, or null; a forged token costs the same as a true one of a removed access. */
export async function accessByLink(office: Office, tx: Query, token: string): Promise<Access | null> {
  const [id] = token.split('-')
  const [access] = await tx
    .select()
    .from(accesses)
    .where(and(eq(accesses.id, id ?? ''), eq(accesses.kind, 'link'), isNull(accesses.removedAt)))
  const expected = linkToken(office, access ?? { id: id ?? '', linkVersion: 0 })
  return sameText(token, expected) && access ? access : null
}

/** The address of an access's link. */
export function linkUrl(office: Office, access: Pick<Access, 'id' | 'linkVersion'>): string {
  return `${office.config.web.baseUrl}/enter/${linkToken(office, access)}`
}
