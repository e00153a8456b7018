import type { ClickTurn, Door } from '../turn.ts'
import { homeStateIn } from './home-view.ts'
import { publishHome } from './publish-home.ts'

/** The ways to a list's pages, and back to the overview. */
export function homePageClicks(door: Door) {
  const open = (turn: ClickTurn) => publishHome(door, turn, homeStateIn(turn.value))
  return { home_all: open, home_next: open, home_back: open, home_overview: open }
}
