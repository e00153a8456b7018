import { matterDetails } from '#core/matters/matter-details.ts'
import { reopenMatter } from '#core/matters/reopen-matter.ts'
import { refreshCommunication } from '../actions/refresh-communication.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { accessesView } from '../views/accesses.ts'
import { closeMatterView } from './close-matter.ts'
import { matterDetailsForm } from './edit-matter.ts'
import { matterClientsView } from './matter-clients.ts'

/** The ⋯ menu of a matter; its value is the choice and the matter's id. */
export async function matterMenu(turn: ClickTurn): Promise<void> {
  const { office, by, reader, interaction } = turn
  const [choice, matterId = ''] = turn.value.split(':')
  if (choice === 'clients') return show(turn, matterClientsView(turn, matterId))
  if (choice === 'accesses') return show(turn, accessesView(turn, { whose: { matterId }, page: 0 }))
  if (choice === 'reopen') {
    await reopenMatter(office, { by, matterId, interaction })
    return refreshCommunication(turn, reader.words.matters.done.reopened)
  }
  await show(turn, aboutMatter())

  async function aboutMatter() {
    const details = await matterDetails(office, { by, matterId })
    return choice === 'close' ? closeMatterView(reader, details) : matterDetailsForm(reader, details)
  }
}
