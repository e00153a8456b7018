import type { Office } from '#core/office.ts'
import { botTokenOf } from './tenants.ts'

/** As long as a token is remembered. */
const keptFor = 10_000

/**
 * The workspace's bot token, as it was less than ten seconds ago: people click and type several times in a row, and each time Slack waits
 * for its answer. It opens nothing by itself: who may act is looked up each time, and Slack refuses a token that has become void. That
 * there is none is not remembered.
 */
export function tokenLately(office: Office): (tenant: string) => Promise<string | null> {
  const known = new Map<string, { until: number; token: string }>()
  return async (tenant) => {
    const now = office.clock().getTime()
    const kept = known.get(tenant)
    if (kept && kept.until > now) return kept.token
    known.delete(tenant)
    const token = await botTokenOf(office, tenant)
    if (token !== null) known.set(tenant, { until: now + keptFor, token })
    return token
  }
}
