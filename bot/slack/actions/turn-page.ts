import { teamView } from '../settings/team.ts'
import { templatesView } from '../templates/templates-list.ts'
import type { ClickTurn } from '../turn.ts'
import { profileState, profileView } from '../clients/profile.ts'
import { accessesState, accessesView } from '../views/accesses.ts'
import { communicationState, communicationView } from '../views/communication.ts'
import { openAsClientState, openAsClientView } from '../views/open-as-client.ts'
import { placeKey } from '../views/pages.ts'
import { reviewState, reviewView } from '../views/review.ts'

/** Shows another page of a list, in place; the value is `list:page`, or `list:place` where pages begin at a place. */
export async function turnPage(turn: ClickTurn): Promise<void> {
  const { view, client } = turn
  if (!view) return
  const [list = '', page = ''] = turn.value.split(':')
  await client.views.update({
    view_id: view.id,
    view: await turned(turn, view.private_metadata, list, page),
  })
}

async function turned(turn: ClickTurn, metadata: string, list: string, place: string) {
  const page = Number(place)
  if (list === 'accesses') {
    return accessesView(turn, { ...accessesState.parse(JSON.parse(metadata)), page })
  }
  if (list === 'addresses') return profileView(turn, { ...profileState(metadata), page })
  if (list === 'team') return teamView(turn, page)
  if (list === 'templates') return templatesView(turn, page)
  if (list === 'lookers') return openAsClientView(turn, { ...openAsClientState(metadata), page })
  if (list === 'review') return reviewView(turn, { ...reviewState(metadata), page })
  return communicationView(turn, { ...communicationState(metadata), [list]: placeKey.read(place) })
}
