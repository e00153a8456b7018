import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { requests } from '#db/schema/communication.ts'
import { firms } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { replyAddresses } from '#db/schema/replies.ts'
import { clientsWriting } from '../clients/recipients.ts'
import { keyFor, mac, sameText } from '../keys.ts'
import type { Office } from '../office.ts'
import { endOfAddress } from '../replies/inbound/address-end.ts'
import type { Locale } from '../words/locale.ts'
import { firmShown, type FirmShown } from '../firms/firm-shown.ts'

/** The token of the page on which one recipient hands in files for one request without e-mail. */
export function uploadToken(office: Office, replyAddressId: string): string {
  return `${replyAddressId}-${mac(keyFor(office.config.secretKey, 'upload-link'), replyAddressId)}`
}

/** Whom an upload token stands for, and what it covers. */
export type UploadPass = {
  firmId: string
  clientId: string
  requestId: string
  email: string
  /** Its letters say nothing of the case: the matter is sensitive, or the client has safe contact. */
  discreet: boolean
  locale: Locale
  timeZone: string
  firm: FirmShown
}

/**
 * What the token opens at this moment, or null: forged, revoked or long over, for no request, the matter hidden or closed, or
 * its address no longer one of the client's.
 */
export async function uploadPass(office: Office, tx: Query, token: string): Promise<UploadPass | null> {
  const [id] = token.split('-')
  if (!id || !sameText(token, uploadToken(office, id))) return null
  const [found] = await tx
    .select({
      address: replyAddresses,
      client: clients,
      firm: firms,
      request: requests,
      sensitiveAt: matters.sensitiveAt,
    })
    .from(replyAddresses)
    .innerJoin(clients, eq(clients.id, replyAddresses.clientId))
    .innerJoin(firms, eq(firms.id, replyAddresses.firmId))
    .innerJoin(requests, eq(requests.id, replyAddresses.subjectId))
    .innerJoin(matters, eq(matters.id, replyAddresses.matterId))
    .where(
      and(
        eq(replyAddresses.id, id),
        eq(replyAddresses.subjectKind, 'request'),
        isNull(matters.hiddenAt),
        isNull(matters.closedAt),
        isNull(clients.leftAt),
      ),
    )
  if (!found) return null
  const { address, client, firm, request, sensitiveAt } = found
  if (await endOfAddress(tx, address, { request, matter: null }, office.clock())) return null
  const theirs = await clientsWriting(tx, address.matterId ?? '', address.email)
  if (!theirs.includes(client.id)) return null
  return {
    firmId: firm.id,
    clientId: client.id,
    requestId: address.subjectId,
    email: address.email,
    discreet: sensitiveAt !== null || client.safeContact !== null,
    locale: client.locale ?? firm.locale,
    timeZone: client.timeZone ?? firm.timeZone,
    firm: firmShown(firm),
  }
}

/** Whose a token is that opens nothing any more, and whether merely because the matter is closed; null for a forged one. */
export type SpentUpload = Pick<UploadPass, 'locale' | 'timeZone' | 'firm'> & { closed: boolean }

/** The firm that once gave out a token, for whoever holds it had it from them. */
export async function spentUpload(office: Office, tx: Query, token: string): Promise<SpentUpload | null> {
  const [id] = token.split('-')
  if (!id || !sameText(token, uploadToken(office, id))) return null
  const [found] = await tx
    .select({ address: replyAddresses, client: clients, firm: firms, matter: matters })
    .from(replyAddresses)
    .innerJoin(clients, eq(clients.id, replyAddresses.clientId))
    .innerJoin(firms, eq(firms.id, replyAddresses.firmId))
    .leftJoin(matters, eq(matters.id, replyAddresses.matterId))
    .where(eq(replyAddresses.id, id))
  if (!found) return null
  const { address, client, firm, matter } = found
  const theirs = matter ? await clientsWriting(tx, matter.id, address.email) : []
  const standsOtherwise =
    address.revokedAt === null && theirs.includes(client.id) && matter?.hiddenAt === null
  return {
    closed: standsOtherwise && matter.closedAt !== null,
    locale: client.locale ?? firm.locale,
    timeZone: client.timeZone ?? firm.timeZone,
    firm: firmShown(firm),
  }
}
