import type { webApi } from '@slack/bolt'
import type { Office } from '#core/office.ts'
import { boltLogger } from './bolt-logger.ts'

/** Calls are made once: whoever waits is told, and the outbox has a patience of its own. */
export function clientOptions(office: Office, apiUrl: string): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger: boltLogger(office.log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
  }
}
