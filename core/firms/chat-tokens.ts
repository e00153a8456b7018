import type { chatTenants } from '#db/schema/firms.ts'
import { keyFor, seal, unseal } from '../keys.ts'
import type { Office } from '../office.ts'

/** What a chat platform hands out for a workspace. */
export type ChatTokens = {
  botToken: string
  /** Null, with `expiresAt`, where the bot token is good for ever. */
  refreshToken: string | null
  expiresAt: Date | null
}

type Kept = Pick<typeof chatTenants.$inferSelect, 'botToken' | 'refreshToken' | 'tokenExpiresAt'>

/** The columns that keep the tokens; encrypted. */
export function sealedTokens(office: Office, tokens: ChatTokens | null): Kept {
  const key = keyFor(office.config.secretKey, 'chat-token')
  return {
    botToken: tokens && seal(key, tokens.botToken),
    refreshToken: tokens?.refreshToken ? seal(key, tokens.refreshToken) : null,
    tokenExpiresAt: tokens?.expiresAt ?? null,
  }
}

/** The tokens that a row keeps; null where it keeps none. */
export function keptTokens(office: Office, row: Kept): ChatTokens | null {
  if (row.botToken === null) return null
  const key = keyFor(office.config.secretKey, 'chat-token')
  return {
    botToken: unseal(key, row.botToken),
    refreshToken: row.refreshToken && unseal(key, row.refreshToken),
    expiresAt: row.tokenExpiresAt,
  }
}
