import { keyFor, mac, sameText } from '../keys.ts'
import type { Office } from '../office.ts'

/**
 * The token of the page on which reminders are stopped and had again: by the client for every address, or at one
 * additional address for that alone. It opens nothing else.
 */
export function remindersToken(office: Office, clientId: string, additionalId: string | null = null): string {
  const whose = additionalId === null ? clientId : `${clientId}-${additionalId}`
  return `${whose}-${mac(keyFor(office.config.secretKey, 'reminder-link'), whose)}`
}

/** Whose token it is; null when it is none of ours. */
export function readRemindersToken(
  office: Office,
  token: string,
): { clientId: string; additionalId: string | null } | null {
  const [clientId = '', ...rest] = token.split('-')
  const additionalId = rest.length === 2 ? (rest[0] ?? '') : null
  return sameText(token, remindersToken(office, clientId, additionalId)) ? { clientId, additionalId } : null
}
