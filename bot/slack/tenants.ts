import { webApi } from '@slack/bolt'
import { chatTenant } from '#core/members/chat-tenant.ts'
import type { Office } from '#core/office.ts'
import { clientOptions } from './web-client.ts'

export type Slack = {
  /** Slack's Web API as the bot of a workspace; null where the workspace is no firm's or has no token. */
  clientFor: (tenant: string) => Promise<webApi.WebClient | null>
}

/** The workspaces of the firms; the token of each from the database, else the environment's. */
export function slackOf(office: Office): Slack {
  const { slack } = office.config
  const clients = new Map<string, webApi.WebClient>()
  return {
    clientFor: async (tenant) => {
      const token = await botTokenOf(office, tenant)
      if (!token || !slack) return null
      const client = clients.get(token) ?? new webApi.WebClient(token, clientOptions(office, slack.apiUrl))
      clients.set(token, client)
      return client
    },
  }
}

/** Null where the workspace is no firm's, or has no token. */
export async function botTokenOf(office: Office, tenant: string): Promise<string | null> {
  const found = await chatTenant(office, { platform: 'slack', tenant })
  return found && (found.botToken ?? office.config.slack?.botToken ?? null)
}
