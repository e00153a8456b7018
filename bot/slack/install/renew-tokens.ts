import type { webApi } from '@slack/bolt'
import type { ChatTokens } from '#core/firms/chat-tokens.ts'
import type { Renew } from '#core/firms/current-token.ts'
import type { Office } from '#core/office.ts'
import { slackClient } from '../web-client.ts'

/** Exchanges a refresh token (docs.slack.dev/authentication/using-token-rotation). */
export function renewTokens(office: Office): Renew {
  return async (refreshToken) => {
    const { slack } = office.config
    if (!slack?.oauth) throw new Error('Slack tokens cannot be renewed without SLACK_CLIENT_ID')
    const answer = await slackClient(office).oauth.v2.access({
      client_id: slack.oauth.clientId,
      client_secret: slack.oauth.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    })
    return tokensIn(office, answer)
  }
}

/** The bot's tokens as `oauth.v2.access` hands them out. Throws when there is none. */
export function tokensIn(office: Office, answer: webApi.OauthV2AccessResponse): ChatTokens {
  const { access_token: botToken, refresh_token: refreshToken, expires_in: seconds } = answer
  if (!botToken) throw new Error('Slack handed out no bot token')
  const expiresAt = seconds === undefined ? null : new Date(office.clock().getTime() + seconds * 1000)
  return { botToken, refreshToken: refreshToken ?? null, expiresAt }
}
