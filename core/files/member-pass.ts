import { keyFor, mac, sameText } from '../keys.ts'
import type { Office } from '../office.ts'

const days = 14

type Opens = 'file-pass' | 'mail-pass'

/** What lets one member open one thing from chat without logging in, for fourteen days: it says who, and until when. */
export function memberPass(office: Office, opens: Opens, id: string, memberId: string): string {
  const until = Math.floor(office.clock().getTime() / 1000) + days * 24 * 3600
  const about = `${memberId}-${until}`
  return `${about}-${signature(office, opens, id, about)}`
}

/** Whose pass it is, or null: forged, for something else, or past its time. */
export function memberInPass(office: Office, opens: Opens, id: string, pass: string): string | null {
  const [memberId, until, signed] = pass.split('-')
  if (!memberId || !until || !signed) return null
  if (!sameText(signed, signature(office, opens, id, `${memberId}-${until}`))) return null
  return Number(until) * 1000 > office.clock().getTime() ? memberId : null
}

function signature(office: Office, opens: Opens, id: string, about: string): string {
  return mac(keyFor(office.config.secretKey, opens), `${id}:${about}`)
}
