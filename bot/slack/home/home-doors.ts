import { pickProfileForm } from '../clients/pick-profile.ts'
import { settingsView } from '../settings/settings.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { pickClientForm } from '../views/pick-client.ts'
import { pickMatterForm } from '../views/pick-matter.ts'
import { newsForm } from '../views/publish-news.ts'
import { requestForm } from '../views/request-documents.ts'

/** What can be clicked in the home and opens something; its pages are `home-pages.ts`'s. */
export const homeClicks = {
  home_news: async (turn: ClickTurn) => show(turn, newsForm(turn.reader)),
  home_request: async (turn: ClickTurn) => show(turn, requestForm(turn.reader)),
  home_matter: async (turn: ClickTurn) => show(turn, pickMatterForm(turn.reader)),
  home_client: async (turn: ClickTurn) => show(turn, pickProfileForm(turn.reader)),
  home_access: async (turn: ClickTurn) => show(turn, pickClientForm(turn.reader)),
  home_settings: async (turn: ClickTurn) => show(turn, settingsView(turn)),
}
