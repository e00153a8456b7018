import type { Query } from '#db/database.ts'
import { firmOf } from '../../firms/firm.ts'
import type { Office } from '../../office.ts'
import type { Locale } from '../../words/locale.ts'
import type { Access } from '../access.ts'
import { clientsBehind } from '../clients-behind.ts'
import { accessByLink } from './link-token.ts'
import { accountByPasswordLink } from '../passwords/password-link.ts'
import { firmShown, type FirmShown } from '../../firms/firm-shown.ts'

export type LookedAt = {
  firm: FirmShown
  /** Whose access it is. */
  clientName: string
  email: string
  locale: Locale
  /** A password was set before. */
  hasPassword: boolean
}

/** What the page before entering shows; null for a link that opens nothing. Changes nothing, so mail scanners may look. */
export async function lookAtLink(office: Office, token: string): Promise<LookedAt | null> {
  return lookedAt(office.db.read, await accessByLink(office, office.db.read, token))
}

/** The same for the page on which a password is set. */
export async function lookAtPasswordLink(office: Office, token: string): Promise<LookedAt | null> {
  return lookedAt(office.db.read, await accountByPasswordLink(office, office.db.read, token))
}

async function lookedAt(tx: Query, access: Access | null): Promise<LookedAt | null> {
  const [client] = access ? (await clientsBehind(tx, access)).living : []
  if (!access || !client) return null
  const firm = await firmOf(tx, access.firmId)
  return {
    firm: firmShown(firm),
    clientName: access.name,
    email: access.email,
    locale: client.locale ?? firm.locale,
    hasPassword: access.passwordHash !== null,
  }
}
