import { webApi } from '@slack/bolt'

/** What Slack answers when a token is no longer any good, or the app was put out of the workspace. */
const voidCodes = [
  'invalid_auth',
  'token_revoked',
  'account_inactive',
  'team_disabled',
  'invalid_refresh_token',
]

/** Slack's word for it when a call failed because the token is void; null when that is not why. */
export function voidTokenCode(error: unknown): string | null {
  if (!(error instanceof webApi.WebAPIPlatformError)) return null
  return voidCodes.includes(error.data.error) ? error.data.error : null
}
