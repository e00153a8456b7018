import { waiveItem } from '#core/requests/waive-item.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { itemsView } from '../views/items.ts'
import { subjectIn } from '../views/subject-metadata.ts'
import { expiryForm, submitExpiry } from './expiry.ts'
import { receivePaperForm, returnPaperForm, submitReceivedPaper, submitReturnedPaper } from './paper.ts'
import { submitToSign, toSignForm } from './to-sign.ts'

/** What can be submitted about one item of a checklist. */
export const itemSubmits = {
  item_receive: submitReceivedPaper,
  item_return: submitReturnedPaper,
  item_to_sign: submitToSign,
  item_expiry: submitExpiry,
}

/** The ⋯ of an item; its value is the choice and the item's id. */
export async function itemMenu(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, client, reader, view } = turn
  if (!view) return
  const [choice, itemId = ''] = turn.value.split(':')
  const subject = subjectIn(view.private_metadata)
  const about = { itemId, subject }
  if (choice === 'receive') return show(turn, receivePaperForm(turn, about))
  if (choice === 'return') return show(turn, returnPaperForm(reader, about))
  if (choice === 'sign') return show(turn, toSignForm(reader, about))
  if (choice === 'expiry') return show(turn, expiryForm(reader, about))
  if (choice !== 'waive') return
  await waiveItem(office, { by, itemId, interaction })
  await client.views.update({ view_id: view.id, view: await itemsView(turn, subject) })
}
