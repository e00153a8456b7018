import { z } from 'zod'
import type { SubmitAnswer } from '../on-submits.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { settingsView } from './settings.ts'
import { teamView } from './team.ts'

const metadata = z.object({
  /** What the form stands over. */
  over: z.enum(['settings', 'team']),
  /** Whom it is about. */
  memberId: z.string().optional(),
})

/** What a form of the settings is about; core looks everything up again for whoever acts. */
export type OverSettings = z.infer<typeof metadata>

/** What such a form, or the list it was opened from, said about itself. */
export function overSettings(text: string): OverSettings {
  return metadata.parse(JSON.parse(text))
}

/** Where a form is opened from: the settings, or the list of people. */
export function whence({ view }: ClickTurn): OverSettings['over'] {
  return view ? overSettings(view.private_metadata).over : 'settings'
}

/** Answer to a submit after which the view beneath shows again, as it stands now, with what was done. */
export async function backTo(
  turn: SubmitTurn,
  over: OverSettings['over'],
  notice: string,
): Promise<SubmitAnswer> {
  const below = turn.view.previous_view_id
  const view = () => (over === 'team' ? teamView(turn, 0, notice) : settingsView(turn, notice))
  if (!below) return { response_action: 'update', view: await view() }
  turn.after(async () => turn.client.views.update({ view_id: below, view: await view() }))
  return null
}

/** The view that was clicked in as it stands now, with what was done. */
export async function refreshHere(turn: ClickTurn, notice: string): Promise<void> {
  const { view, client } = turn
  if (!view) return
  const fresh = whence(turn) === 'team' ? await teamView(turn, 0, notice) : await settingsView(turn, notice)
  await client.views.update({ view_id: view.id, view: fresh })
}
