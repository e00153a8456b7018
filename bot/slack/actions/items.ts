import { waiveItem } from '#core/requests/waive-item.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { communicationView } from '../views/communication.ts'
import { itemsView } from '../views/items.ts'
import { subjectIn } from '../views/subject-metadata.ts'

/** Opens a request's checklist; the value is `matter:request`. */
export async function openItems(turn: ClickTurn): Promise<void> {
  const [matterId = '', id = ''] = turn.value.split(':')
  await show(turn, itemsView(turn, { matterId, id }))
}

/** Lets an item go; the checklist, and the communication under it, say so. */
export async function waive(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, value: itemId, client, view } = turn
  if (!view) return
  await waiveItem(office, { by, itemId, interaction })
  const subject = subjectIn(view.private_metadata)
  await client.views.update({ view_id: view.id, view: await itemsView(turn, subject) })
  if (subject.over !== 'communication' || !view.previous_view_id) return
  await client.views.update({ view_id: view.previous_view_id, view: await communicationView(turn, subject) })
}
