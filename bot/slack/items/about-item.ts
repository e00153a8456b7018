import { z } from 'zod'
import type { SubmitAnswer } from '../on-submits.ts'
import type { SubmitTurn } from '../turn.ts'
import { itemsView } from '../views/items.ts'
import { subject } from '../views/subject-metadata.ts'

const about = z.object({ itemId: z.string(), clientId: z.string().optional(), subject })

/** Which item of which checklist a form is about. Core looks it up again for whoever acts. */
export type AboutItem = z.infer<typeof about>

/** What such a form said of itself. */
export function aboutItem(metadata: string): AboutItem {
  return about.parse(JSON.parse(metadata))
}

/** The form closes, and the checklist under it says what became of the item. */
export function backToItems(turn: SubmitTurn, { subject: shown }: AboutItem): SubmitAnswer {
  const below = turn.view.previous_view_id
  if (below)
    turn.after(async () => turn.client.views.update({ view_id: below, view: await itemsView(turn, shown) }))
  return null
}
