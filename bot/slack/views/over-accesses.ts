import { z } from 'zod'
import type { SubmitTurn, Turn } from '../turn.ts'
import { accessesState, accessesView } from './accesses.ts'

const metadata = z.object({
  /** The list the view stands over, if it does. */
  over: accessesState.nullable(),
  accessId: z.string().optional(),
})

/** The access a view is about, and the list it stands over. Core looks the access up again for whoever acts. */
export type OverAccesses = z.infer<typeof metadata>

/** What a view about an access said about itself. */
export function overAccesses(text: string): OverAccesses {
  return metadata.parse(JSON.parse(text))
}

/** The list under the view that is acted in is brought up to date, where there is one. */
export async function refreshAccesses(
  turn: Pick<Turn, 'office' | 'by' | 'reader' | 'client'> & { view: SubmitTurn['view'] },
  { over }: OverAccesses,
): Promise<void> {
  const below = turn.view.previous_view_id
  if (!below || !over) return
  await turn.client.views.update({ view_id: below, view: await accessesView(turn, over) })
}
