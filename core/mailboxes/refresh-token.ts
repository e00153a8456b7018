import { eq } from 'drizzle-orm'
import { refreshTokens } from '#db/schema/mailboxes.ts'
import { keyFor, sha256, unseal } from '../keys.ts'
import type { Office } from '../office.ts'

/** The refresh token that serves now: the one from the settings, or what the provider last handed out in its place. */
export async function refreshToken(office: Office, given: string): Promise<string> {
  const [kept] = await office.db.read
    .select({ token: refreshTokens.token })
    .from(refreshTokens)
    .where(eq(refreshTokens.givenHash, sha256(given)))
  if (!kept) return given
  try {
    return unseal(keyFor(office.config.secretKey, 'mailbox-token'), kept.token)
  } catch {
    // Sealed under another SECRET_KEY: the one from the settings may still serve.
    return given
  }
}
