import type { App } from '@slack/bolt'
import type { Door } from './turn.ts'

/** Listens for a profile that changes: whoever was made a guest, or deactivated, is looked up anew from then on. */
export function onChanged({ people }: Door, app: App): void {
  app.event('user_change', async ({ event, body }) => people.forget(body.team_id, event.user.id))
}
