import type { Home } from '../blocks.ts'
import type { HomeState } from './home-view.ts'

/** What stands in a member's home. */
export type HomeShown = { state: HomeState; view: Home }

/** The homes that members have before them, as far as this process knows: it alone saw them opened. */
export type HomesShown = {
  of: (userKey: string) => HomeShown | null
  keep: (userKey: string, shown: HomeShown) => void
  /** Does it when all that was to be shown to them before is: what was looked at first must not arrive last. */
  inTurn: (userKey: string, work: () => Promise<void>) => Promise<void>
}

/** Slack says when a home is opened, and never that it was left. */
const keptFor = 60 * 60_000
const mostKept = 5000

/** Remembers for an hour what was shown to whom. */
export function homesShown(clock: () => Date): HomesShown {
  const known = new Map<string, HomeShown & { until: number }>()
  const lines = new Map<string, Promise<unknown>>()
  return {
    of(userKey) {
      const shown = known.get(userKey)
      return shown && shown.until > clock().getTime() ? shown : null
    },
    keep(userKey, shown) {
      if (known.size >= mostKept) known.clear()
      known.set(userKey, { ...shown, until: clock().getTime() + keptFor })
    },
    inTurn(userKey, work) {
      const turn = (lines.get(userKey) ?? Promise.resolve()).then(work)
      const line = turn.catch(() => {}).finally(() => lines.get(userKey) === line && lines.delete(userKey))
      lines.set(userKey, line)
      return turn
    },
  }
}
