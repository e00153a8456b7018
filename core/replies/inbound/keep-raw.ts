import type { Readable } from 'node:stream'
import { newId } from '../../ids.ts'
import type { Office } from '../../office.ts'

/**
 * Puts a raw mail on disk; gives back what its row begins with. Throws `TooLarge` past `most` bytes, and keeps nothing.
 * Whoever finds that the mail is known already removes the file.
 */
export async function keepRaw(office: Office, raw: Readable, most?: number) {
  const now = office.clock()
  const id = newId(now)
  const rawKey = `inbound/${id.slice(-2)}/${id}.eml`
  const { size: rawSize } = await office.files.put(rawKey, raw, most)
  return { id, rawKey, rawSize, receivedAt: now, state: 'stored' as const, stateAt: now, attempts: 0 }
}
