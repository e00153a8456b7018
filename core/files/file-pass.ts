import type { Office } from '../office.ts'
import { memberPass } from './member-pass.ts'

/**
 * The address at which one member opens one file, from chat, without logging in. It says who and until when; the member's
 * rights are looked up again when it is opened.
 */
export function fileUrl(office: Office, fileId: string, memberId: string): string {
  return `${office.config.web.baseUrl}/files/${fileId}?pass=${memberPass(office, 'file-pass', fileId, memberId)}`
}
