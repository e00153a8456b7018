import type { ClickTurn, Door } from '../turn.ts'
import { homeStateIn } from './home-view.ts'
import { publishHome } from './publish-home.ts'

/** The ways to a list's pages, and back to the overview, by the ids of their actions. */
export const homePageNames = ['home_all', 'home_next', 'home_back', 'home_overview'] as const

/** What they do. */
export function homePageClicks(door: Door) {
  const open = (turn: ClickTurn) => publishHome(door, turn, homeStateIn(turn.value))
  return Object.fromEntries(homePageNames.map((name) => [name, open]))
}
