import { eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { members } from '#db/schema/firms.ts'
import { isRefusal } from '../errors.ts'
import type { Office } from '../office.ts'
import type { Road } from '../replies/arrival.ts'
import { behalfLink } from '../replies/handing-in/behalf-link.ts'
import { isBehalfToken } from '../replies/behalf-mark.ts'
import { answerable } from '../replies/handing-in/enter-answer.ts'
import type { Locale } from '../words/locale.ts'
import { requestsSeenBy, type RequestSeen } from './request-seen.ts'
import { spentUpload, uploadPass, type UploadPass } from './upload-pass.ts'
import type { FirmShown } from '../firms/firm-shown.ts'

export type UploadPage = {
  /** Null where the link opens nothing any more. */
  request: RequestSeen | null
  /** For the matter is closed: nothing is needed, and nothing is taken. */
  closed: boolean
  /** Of a page for a member how clients are addressed is not said. */
  firm: Omit<FirmShown, 'formOfAddress'> & Partial<FirmShown>
  /** The address for answers whose letter brought the link; null of a member's. */
  replyAddressId: string | null
  locale: Locale
  timeZone: string
  /** A member hands in, once, what came for this client by that road; null where the client does. */
  onBehalf: { client: string; road: Road; used: boolean } | null
}

/**
 * The one request an upload link is for, without what was handed in before. Of a link that is ours and opens nothing any
 * more it tells whose it was, no more; null for any other.
 */
export async function uploadPage(office: Office, token: string): Promise<UploadPage | null> {
  const tx = office.db.read
  if (isBehalfToken(token)) return pageOnBehalf(office, tx, token)
  const pass = await uploadPass(office, tx, token)
  const [replyAddressId = ''] = token.split('-')
  if (pass) {
    const viewer = { clientIds: [pass.clientId], timeZone: pass.timeZone }
    const [request] = await requestsSeenBy(tx, viewer, office.clock(), { requestId: pass.requestId })
    const { firm, locale, timeZone } = pass
    if (request)
      return {
        ...{ request: asByLink(request, pass), closed: false, onBehalf: null },
        ...{ replyAddressId, firm, locale, timeZone },
      }
  }
  const spent = await spentUpload(office, tx, token)
  return spent && { request: null, replyAddressId, ...spent, onBehalf: null }
}

// The one item alone; once it was handed in, that it was.
async function pageOnBehalf(office: Office, tx: Query, token: string): Promise<UploadPage | null> {
  const link = await behalfLink(office, tx, token)
  if (!link) return null
  const { by, firm, clientName: client, road, used, itemId, clientId } = link
  const { locale, timeZone } = by
  const onBehalf = { client, road, used }
  const page = { firm, locale, timeZone, replyAddressId: null, onBehalf }
  if (used) return { ...page, request: null, closed: false }
  let found: Awaited<ReturnType<typeof answerable>>
  try {
    found = await answerable(tx, { by, itemId, clientId })
  } catch (error) {
    if (!isRefusal(error)) throw error
    // Not the member's any more, or not wanted any more.
    return error.code === 'not_found' ? null : { ...page, request: null, closed: true }
  }
  const { request, item } = found
  const [asker] = await tx
    .select({ name: members.name })
    .from(members)
    .where(eq(members.id, request.authorId))
  const { id, matterId, title, dueOn, status } = request
  const { id: itemIs, title: called, kind, issuedWithinDays } = item
  const line = { id: itemIs, title: called, kind, issuedWithinDays, status: item.status }
  return {
    ...page,
    closed: false,
    request: {
      ...{ id, matterId, title, dueOn, status, details: '', overdue: false, edited: false, urgent: null },
      at: request.createdAt,
      author: asker?.name ?? '',
      items: [{ ...line, paper: null, toSign: null, reason: null, answers: [], byCoClient: false }],
      locked: [],
      counts: { total: 1, settled: 0, received: 0, missing: 1 },
    },
  }
}

// A link travels further than its reader means it to: it hands in, and shows nothing that was handed in; of what needs a
// password no more than a letter to the same address said.
function asByLink(request: RequestSeen, { discreet, email }: UploadPass): RequestSeen {
  const items = request.items.map((item) => ({ ...item, answers: [] }))
  const locked = request.locked.map((file) =>
    discreet || file.from?.toLowerCase() !== email.toLowerCase() ? { ...file, name: null } : file,
  )
  return { ...request, items, locked }
}
