import { and, eq, isNull } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { accesses } from '#db/schema/access.ts'
import { keyFor, mac, sameText } from '../../keys.ts'
import type { Office } from '../../office.ts'
import type { Access } from '../access.ts'

/**
 * The token by which an account's password is set, once: setting it raises `passwordVersion`. Like a link's token it is
 * worked out and stored nowhere, so every mail sent before it is used carries the same one.
 */
export function passwordToken(office: Office, access: Pick<Access, 'id' | 'passwordVersion'>): string {
  const key = keyFor(office.config.secretKey, 'password-link')
  return `${access.id}-${mac(key, `${access.id}:${access.passwordVersion}`)}`
}

/** The address of the page on which a password is set. */
export function passwordUrl(office: Office, access: Pick<Access, 'id' | 'passwordVersion'>): string {
  return `${office.config.web.baseUrl}/invite/${passwordToken(office, access)}`
}

/** The living account whose password the token sets at this moment, or null: forged, used, or past its time. */
export async function accountByPasswordLink(
  office: Office,
  tx: Query,
  token: string,
): Promise<Access | null> {
  const [id] = token.split('-')
  const [access] = await tx
    .select()
    .from(accesses)
    .where(and(eq(accesses.id, id ?? ''), eq(accesses.kind, 'account'), isNull(accesses.removedAt)))
  const expected = passwordToken(office, access ?? { id: id ?? '', passwordVersion: 0 })
  if (!sameText(token, expected) || !access) return null
  return access.passwordLinkUntil && access.passwordLinkUntil > office.clock() ? access : null
}

/**
 * There is a link that sets the account's password: the one given out before if enough of its time is left, else a new
 * one, and the old one is void. No link holds longer than was said when it was sent. Milliseconds. Gives back the access so.
 */
export async function ensurePasswordLink(
  tx: Tx,
  access: Access,
  now: Date,
  { lasts, enough }: { lasts: number; enough: number },
): Promise<Access> {
  const left = (access.passwordLinkUntil?.getTime() ?? 0) - now.getTime()
  if (left >= enough) return access
  const fresh = {
    passwordLinkUntil: new Date(now.getTime() + lasts),
    passwordVersion: access.passwordVersion + 1,
  }
  await tx.update(accesses).set(fresh).where(eq(accesses.id, access.id))
  return { ...access, ...fresh }
}
