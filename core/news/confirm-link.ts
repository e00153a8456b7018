import { and, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { news, newsConfirmations } from '#db/schema/communication.ts'
import { firms } from '#db/schema/firms.ts'
import { replyAddresses } from '#db/schema/replies.ts'
import { keyFor, mac, sameText } from '../keys.ts'
import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'

/** The token with which one recipient of urgent news confirms it. It opens nothing. */
export function confirmToken(office: Office, replyAddressId: string): string {
  return `${replyAddressId}-${mac(keyFor(office.config.secretKey, 'confirm-link'), replyAddressId)}`
}

/** Whose confirmation a token is for. */
export type ConfirmPass = {
  replyAddressId: string
  newsId: string
  clientId: string
  email: string
  locale: Locale
  firm: { name: string; supportContact: string | null; accent: string | null }
  /** The news was taken back, or asks for no confirmation any more. */
  isOver: boolean
  confirmed: boolean
}

/** What the token stands for at this moment; null for one that is none of ours. Changes nothing. */
export async function confirmPass(office: Office, tx: Query, token: string): Promise<ConfirmPass | null> {
  const [id] = token.split('-')
  if (!id || !sameText(token, confirmToken(office, id))) return null
  const [found] = await tx
    .select({ address: replyAddresses, client: clients, firm: firms, piece: news })
    .from(replyAddresses)
    .innerJoin(clients, eq(clients.id, replyAddresses.clientId))
    .innerJoin(firms, eq(firms.id, replyAddresses.firmId))
    .leftJoin(news, and(eq(news.id, replyAddresses.subjectId), isNull(news.deletedAt)))
    .where(and(eq(replyAddresses.id, id), eq(replyAddresses.subjectKind, 'news')))
  if (!found) return null
  const { address, client, firm, piece } = found
  const [kept] = await tx
    .select({ at: newsConfirmations.at })
    .from(newsConfirmations)
    .where(and(eq(newsConfirmations.newsId, address.subjectId), eq(newsConfirmations.clientId, client.id)))
  return {
    replyAddressId: address.id,
    newsId: address.subjectId,
    clientId: client.id,
    email: address.email,
    locale: client.locale ?? firm.locale,
    firm: { name: firm.name, supportContact: firm.supportContact, accent: firm.accent },
    isOver: !piece?.urgentAt || address.revokedAt !== null || client.leftAt !== null,
    confirmed: kept !== undefined,
  }
}
