import type { App } from '@slack/bolt'
import { disconnectChat } from '#core/firms/disconnect-chat.ts'
import type { Door } from './turn.ts'

/**
 * Listens for a workspace that puts the app out, or takes its bot token away: its tokens are deleted at once, and what waits for it is not
 * sent any more. Slack tells both of an uninstall, in any order, and may tell late: what was connected since stays.
 */
export function onRemoved(door: Door, app: App): void {
  app.event('app_uninstalled', async ({ body }) =>
    removed(door, body.team_id, 'app_uninstalled', body.event_time),
  )
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return
    await removed(door, body.team_id, 'tokens_revoked', body.event_time)
  })
}

async function removed({ office, tokens }: Door, tenant: string, because: string, seconds: number) {
  tokens.forget(tenant)
  // Slack's seconds are whole: of the one in which it was connected, nothing can be told.
  const at = new Date(seconds * 1000 + 999)
  try {
    if (await disconnectChat(office, { platform: 'slack', tenant, because, at, forGood: true }))
      office.log.warn({ tenant, because }, 'a Slack workspace is disconnected: it put the app out')
  } finally {
    // Whoever asked before it was disconnected may have found its token once more.
    tokens.forget(tenant)
  }
}
