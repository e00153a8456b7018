import { clientOf } from '../clients/client.ts'
import { firmOf } from '../firms/firm.ts'
import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import { accessByLink } from './link-token.ts'

export type LookedAt = {
  firmName: string
  clientName: string
  locale: Locale
  accent: string | null
  supportContact: string | null
}

/** What the page before entering shows; null for a link that opens nothing. Changes nothing, so mail scanners may look. */
export async function lookAtLink(office: Office, token: string): Promise<LookedAt | null> {
  const tx = office.db.read
  const access = await accessByLink(office, tx, token)
  if (!access) return null
  const client = await clientOf(tx, access.firmId, access.clientId)
  const firm = await firmOf(tx, access.firmId)
  if (client.leftAt) return null
  const { accent, supportContact } = firm
  return {
    firmName: firm.name,
    clientName: access.name,
    locale: client.locale ?? firm.locale,
    accent,
    supportContact,
  }
}
