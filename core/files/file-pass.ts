import { keyFor, mac, sameText } from '../keys.ts'
import type { Office } from '../office.ts'

const days = 14

/**
 * The address at which one member opens one file, from chat, without logging in. It says who and until when; the member's
 * rights are looked up again when it is opened.
 */
export function fileUrl(office: Office, fileId: string, memberId: string): string {
  const until = Math.floor(office.clock().getTime() / 1000) + days * 24 * 3600
  const about = `${memberId}-${until}`
  return `${office.config.web.baseUrl}/files/${fileId}?pass=${about}-${signature(office, fileId, about)}`
}

/** Whose pass it is, or null: forged, for another file, or past its time. */
export function memberInPass(office: Office, fileId: string, pass: string): string | null {
  const [memberId, until, signed] = pass.split('-')
  if (!memberId || !until || !signed) return null
  if (!sameText(signed, signature(office, fileId, `${memberId}-${until}`))) return null
  return Number(until) * 1000 > office.clock().getTime() ? memberId : null
}

function signature(office: Office, fileId: string, about: string): string {
  return mac(keyFor(office.config.secretKey, 'file-pass'), `${fileId}:${about}`)
}
