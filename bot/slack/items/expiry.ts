import { setExpiry } from '#core/requests/set-expiry.ts'
import { input, modal, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import type { SubmitTurn } from '../turn.ts'
import { day } from '../views/form-values.ts'
import { aboutItem, backToItems, type AboutItem } from './about-item.ts'

/** Until when what was approved is good. */
export function expiryForm({ words }: Reader, about: AboutItem): Modal {
  const { titles, fields } = words.practice.items
  return modal({
    callbackId: 'item_expiry',
    title: titles.expiry,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify(about),
    blocks: [
      input(
        'due',
        fields.expires,
        { type: 'datepicker', action_id: 'due' },
        { optional: true, hint: fields.expiresHint },
      ),
    ],
  })
}

/** Keeps the day; an empty one means that it does not expire. */
export async function submitExpiry(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction } = turn
  const about = aboutItem(view.private_metadata)
  await setExpiry(office, { by, itemId: about.itemId, expiresOn: day(view, 'due'), interaction })
  return backToItems(turn, about)
}
