import { refreshTokens } from '#db/schema/mailboxes.ts'
import { write } from '#db/write.ts'
import { keyFor, seal, sha256 } from '../keys.ts'
import type { Office } from '../office.ts'

/** What the provider handed out in place of the refresh token in the settings is kept, encrypted, and serves from now on. */
export async function keepRefreshToken(office: Office, given: string, token: string): Promise<void> {
  const kept = { token: seal(keyFor(office.config.secretKey, 'mailbox-token'), token), at: office.clock() }
  await write(office.db, (tx) =>
    tx
      .insert(refreshTokens)
      .values({ givenHash: sha256(given), ...kept })
      .onConflictDoUpdate({ target: refreshTokens.givenHash, set: kept }),
  )
}
