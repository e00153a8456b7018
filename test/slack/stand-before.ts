import type { Actor } from './actor.ts'
import { asObject } from './check-block-element.ts'
import { viewOf, type SlackView } from './open-views.ts'

/** With this token nothing is called but what a test puts before somebody. */
export const byHand = 'xoxb-by-hand'

/** Puts a view before somebody, as if the app had opened it for them earlier. */
export async function standBefore({ api, id, identity }: Actor, surface: object): Promise<SlackView> {
  api.tokens.add(byHand)
  const { type } = asObject(surface)
  const [method, place] =
    type === 'home'
      ? ['views.publish', { user_id: id }]
      : ['views.open', { trigger_id: await api.inside.triggerId(id) }]
  const response = await fetch(`${api.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${byHand}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...place, view: surface }),
  })
  const answer = asObject(await response.json())
  if (answer.ok !== true) throw new Error(`no view could be put before ${id}: ${String(answer.error)}`)
  // The emulator knows one workspace; whoever stands in another has the app's view from there.
  return { ...viewOf(answer), team_id: String(asObject(identity.team).id) }
}
