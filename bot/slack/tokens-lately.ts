import type { Office } from '#core/office.ts'
import { botTokenOf } from './tenants.ts'

export type TokensLately = {
  /**
   * The workspace's bot token, as it was less than ten seconds ago: people click and type several times in a row, and each time Slack waits
   * for its answer. It opens nothing by itself: who may act is looked up each time, and Slack refuses a token that has become void.
   * Null where there is none, which is not remembered.
   */
  of: (tenant: string) => Promise<string | null>
  /** Whether it is remembered at this moment. */
  isKept: (tenant: string) => boolean
  /** It is no longer any good. */
  forget: (tenant: string) => void
}

/** As long as a token is remembered. */
const keptFor = 10_000

/** The bot tokens of the workspaces from which something has just come. */
export function tokensLately(office: Office): TokensLately {
  const known = new Map<string, { until: number; token: string }>()
  // Whoever began to look one up before may hold one that is no longer any good.
  let forgotten = 0
  const kept = (tenant: string) => {
    const found = known.get(tenant)
    return found && found.until > office.clock().getTime() ? found.token : null
  }
  return {
    isKept: (tenant) => kept(tenant) !== null,
    forget: (tenant) => {
      forgotten++
      known.delete(tenant)
    },
    of: async (tenant) => {
      const now = office.clock().getTime()
      const lately = kept(tenant)
      if (lately !== null) return lately
      known.delete(tenant)
      const before = forgotten
      const token = await botTokenOf(office, tenant)
      if (token !== null && forgotten === before) known.set(tenant, { until: now + keptFor, token })
      return token
    },
  }
}
