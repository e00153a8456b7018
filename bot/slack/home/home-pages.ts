import type { App } from '@slack/bolt'
import { onClick } from '../on-click.ts'
import type { Door } from '../turn.ts'
import { homeStateIn } from './home-view.ts'
import { publishHome } from './publish-home.ts'

/** Listens for the ways to a list's pages, and back to the overview. */
export function onHomePages(door: Door, app: App): void {
  for (const actionId of ['home_all', 'home_next', 'home_back', 'home_overview']) {
    onClick(door, app, actionId, (turn) => publishHome(door, turn, homeStateIn(turn.value)))
  }
}
