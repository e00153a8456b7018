import { keyFor, seal, unseal } from '../../keys.ts'
import type { Office } from '../../office.ts'

type Locked = { firmId: string; fileId: string }

/** The password as it is kept: encrypted, and for that file of that firm alone. */
export function sealPassword(office: Office, { firmId, fileId }: Locked, password: string): string {
  return seal(keyFor(office.config.secretKey, 'file-password'), JSON.stringify([firmId, fileId, password]))
}

/** The password of the file; throws where it was sealed for another, or with another key. */
export function unsealPassword(office: Office, { firmId, fileId }: Locked, sealed: string): string {
  const text = unseal(keyFor(office.config.secretKey, 'file-password'), sealed)
  const [firm, file, password] = JSON.parse(text) as [string, string, string]
  if (firm !== firmId || file !== fileId) throw new Error(`the password kept for ${fileId} is another file's`)
  return password
}
