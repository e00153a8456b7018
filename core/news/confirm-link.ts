import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { news, newsConfirmations, requestConfirmations, requests } from '#db/schema/communication.ts'
import { firms } from '#db/schema/firms.ts'
import { matters } from '#db/schema/matters.ts'
import { replyAddresses } from '#db/schema/replies.ts'
import { keyFor, mac, sameText } from '../keys.ts'
import type { Office } from '../office.ts'
import { endOfAddress } from '../replies/inbound/address-end.ts'
import { isLive } from '../requests/request.ts'
import type { Locale } from '../words/locale.ts'
import type { UrgentSubject } from './confirm-subject.ts'
import { firmShown, type FirmShown } from '../firms/firm-shown.ts'

/** The token with which one recipient of urgent news, or of an urgent request, confirms it. It opens nothing. */
export function confirmToken(office: Office, replyAddressId: string): string {
  return `${replyAddressId}-${mac(keyFor(office.config.secretKey, 'confirm-link'), replyAddressId)}`
}

/** Whose confirmation a token is for. */
export type ConfirmPass = {
  replyAddressId: string
  subject: UrgentSubject
  clientId: string
  email: string
  locale: Locale
  firm: FirmShown
  /** It was taken back, or asks for no confirmation any more. */
  isOver: boolean
  confirmed: boolean
}

/** What the token stands for at this moment; null for one that is none of ours. Changes nothing. */
export async function confirmPass(office: Office, tx: Query, token: string): Promise<ConfirmPass | null> {
  const [id] = token.split('-')
  if (!id || !sameText(token, confirmToken(office, id))) return null
  const [found] = await tx
    .select({
      address: replyAddresses,
      client: clients,
      firm: firms,
      piece: news,
      request: requests,
      matter: matters,
    })
    .from(replyAddresses)
    .innerJoin(clients, eq(clients.id, replyAddresses.clientId))
    .innerJoin(firms, eq(firms.id, replyAddresses.firmId))
    .leftJoin(news, and(eq(news.id, replyAddresses.subjectId), isNull(news.deletedAt)))
    .leftJoin(requests, and(eq(requests.id, replyAddresses.subjectId), isNull(requests.deletedAt)))
    .leftJoin(matters, eq(matters.id, replyAddresses.matterId))
    .where(and(eq(replyAddresses.id, id), inArray(replyAddresses.subjectKind, ['news', 'request'])))
  if (!found) return null
  const { address, client, firm, piece, request, matter } = found
  const ended = await endOfAddress(tx, address, { request, matter }, office.clock())
  const kind = address.subjectKind === 'request' ? 'request' : 'news'
  const kept = await keptFor(tx, kind, address.subjectId, client.id)
  const urgentAt = kind === 'news' ? piece?.urgentAt : request && isLive(request) ? request.urgentAt : null
  return {
    replyAddressId: address.id,
    subject: { kind, id: address.subjectId },
    clientId: client.id,
    email: address.email,
    locale: client.locale ?? firm.locale,
    firm: firmShown(firm),
    isOver: !urgentAt || ended !== null || client.leftAt !== null,
    confirmed: kept,
  }
}

async function keptFor(
  tx: Query,
  kind: 'news' | 'request',
  subjectId: string,
  clientId: string,
): Promise<boolean> {
  const [kept] =
    kind === 'news'
      ? await tx
          .select({ at: newsConfirmations.at })
          .from(newsConfirmations)
          .where(and(eq(newsConfirmations.newsId, subjectId), eq(newsConfirmations.clientId, clientId)))
      : await tx
          .select({ at: requestConfirmations.at })
          .from(requestConfirmations)
          .where(
            and(eq(requestConfirmations.requestId, subjectId), eq(requestConfirmations.clientId, clientId)),
          )
  return kept !== undefined
}
