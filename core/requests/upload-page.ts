import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import { requestsSeenBy, type RequestSeen } from './request-seen.ts'
import { spentUpload, uploadPass } from './upload-pass.ts'

export type UploadPage = {
  /** Null where the link opens nothing any more. */
  request: RequestSeen | null
  /** For the matter is closed: nothing is needed, and nothing is taken. */
  closed: boolean
  firm: { name: string; supportContact: string | null; accent: string | null }
  /** The address for answers whose letter brought the link. */
  replyAddressId: string
  locale: Locale
  timeZone: string
}

/**
 * The one request an upload link is for, without what was handed in before. Of a link that is ours and opens nothing any
 * more it tells whose it was, no more; null for any other.
 */
export async function uploadPage(office: Office, token: string): Promise<UploadPage | null> {
  const tx = office.db.read
  const pass = await uploadPass(office, tx, token)
  const [replyAddressId = ''] = token.split('-')
  if (pass) {
    const viewer = { clientIds: [pass.clientId], timeZone: pass.timeZone }
    const [request] = await requestsSeenBy(tx, viewer, office.clock(), { requestId: pass.requestId })
    const { firm, locale, timeZone } = pass
    if (request)
      return { request: withoutAnswers(request), closed: false, replyAddressId, firm, locale, timeZone }
  }
  const spent = await spentUpload(office, tx, token)
  return spent && { request: null, replyAddressId, ...spent }
}

// A link travels further than its reader means it to: it hands in, and shows nothing that was handed in.
function withoutAnswers(request: RequestSeen): RequestSeen {
  return { ...request, items: request.items.map((item) => ({ ...item, answers: [] })) }
}
