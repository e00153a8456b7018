import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import { requestsSeenBy, type RequestSeen } from './request-seen.ts'
import { uploadPass } from './upload-pass.ts'

export type UploadPage = {
  request: RequestSeen
  firm: { name: string; supportContact: string | null; accent: string | null }
  locale: Locale
  timeZone: string
}

/** The one request an upload link is for, without what was handed in before; null when the link opens nothing. */
export async function uploadPage(office: Office, token: string): Promise<UploadPage | null> {
  const tx = office.db.read
  const pass = await uploadPass(office, tx, token)
  if (!pass) return null
  const [request] = await requestsSeenBy(tx, pass, office.clock(), { requestId: pass.requestId })
  if (!request) return null
  const { firm, locale, timeZone } = pass
  // A link travels further than its reader means it to: it hands in, and shows nothing that was handed in.
  const items = request.items.map((item) => ({ ...item, answers: [] }))
  return { request: { ...request, items }, firm, locale, timeZone }
}
