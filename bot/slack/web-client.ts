import { webApi } from '@slack/bolt'
import type { Office } from '#core/office.ts'
import { boltLogger } from './bolt-logger.ts'

/** Calls are made once: whoever waits is told, and the outbox has a patience of its own. Throws where Slack is not configured. */
export function clientOptions(office: Office): webApi.WebClientOptions {
  const { slack } = office.config
  if (!slack) throw new Error('Slack is not configured')
  return {
    slackApiUrl: slack.apiUrl,
    logger: boltLogger(office.log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
  }
}

/** Slack's Web API with a token, or as the app that has none yet. */
export function slackClient(office: Office, token?: string): webApi.WebClient {
  return new webApi.WebClient(token, clientOptions(office))
}
