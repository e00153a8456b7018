import type { Office } from '#core/office.ts'
import { botTokenOf } from '../tenants.ts'

/** As long as `whoTypes` remembers who it is. */
const keptFor = 10_000

/**
 * The workspace's bot token, remembered while somebody types: with it nothing is asked of Slack, each letter asks again, and who may search is
 * looked up each time.
 */
export function tokenWhileTyping(office: Office): (tenant: string) => Promise<string | null> {
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
