import type { webApi } from '@slack/bolt'
import { keptTokens } from '#core/firms/chat-tokens.ts'
import { currentToken } from '#core/firms/current-token.ts'
import { disconnectChat } from '#core/firms/disconnect-chat.ts'
import { chatTenant, type ChatTenant } from '#core/members/chat-tenant.ts'
import type { Office } from '#core/office.ts'
import { renewTokens } from './install/renew-tokens.ts'
import { voidTokenCode } from './void-token.ts'
import { slackClient } from './web-client.ts'

/** The workspaces of the firms, as whoever posts to them needs them. */
export type Slack = {
  /**
   * Slack's Web API as the bot of a workspace; null where the workspace is no firm's. Throws NotConnected for a firm's whose
   * token is gone or void.
   */
  clientFor: (tenant: string) => Promise<webApi.WebClient | null>
  /** A call to a workspace failed; when that is because its token is void, it is disconnected, which is told once. True then. */
  failed: (tenant: string, client: webApi.WebClient, error: unknown) => Promise<boolean>
  /** Milliseconds for which Slack wants to hear nothing about a workspace; 0 when it may be asked. */
  rest: (tenant: string) => number
  /** Slack wants to hear nothing about it for so many milliseconds. */
  letRest: (tenant: string, ms: number) => void
}

/** The workspace has no token that is good, until somebody connects it again. */
export class NotConnected extends Error {
  constructor(tenant: string) {
    super(`Slack workspace ${tenant} is not connected`)
    this.name = 'NotConnected'
  }
}

/** The workspaces of the firms; the token of each from the database, else the environment's. */
export function slackOf(office: Office): Slack {
  const clients = new Map<string, webApi.WebClient>()
  const rests = new Map<string, number>()
  const now = () => office.clock().getTime()
  return {
    clientFor: async (tenant) => {
      const found = await chatTenant(office, { platform: 'slack', tenant })
      if (!found) return null
      const token = await tokenOf(office, found)
      if (token === null) throw new NotConnected(tenant)
      const known = clients.get(tenant)
      if (known?.token === token) return known
      const client = slackClient(office, token)
      clients.set(tenant, client)
      return client
    },
    failed: (tenant, client, error) => noteVoidToken(office, tenant, client.token, error),
    rest: (tenant) => Math.max(0, (rests.get(tenant) ?? 0) - now()),
    letRest: (tenant, ms) => void rests.set(tenant, now() + ms),
  }
}

/** Null where the workspace is no firm's, or has no token that is good. */
export async function botTokenOf(office: Office, tenant: string): Promise<string | null> {
  const found = await chatTenant(office, { platform: 'slack', tenant })
  return found && tokenOf(office, found)
}

/** A call with this token failed; when that is because it is void, the workspace is disconnected, which is told once. True then. */
export async function noteVoidToken(
  office: Office,
  tenant: string,
  token: string | undefined,
  error: unknown,
): Promise<boolean> {
  const because = voidTokenCode(error)
  if (because === null) return false
  const wish = { platform: 'slack', tenant, because, token, forGood: false } as const
  if (await disconnectChat(office, wish)) {
    office.log.error(
      { tenant, because },
      'a Slack workspace is disconnected: its token is void, connect it again',
    )
  }
  return true
}

async function tokenOf(office: Office, found: ChatTenant): Promise<string | null> {
  try {
    return await currentToken(office, found, office.config.slack?.botToken ?? null, renewTokens(office))
  } catch (error) {
    if (await noteVoidToken(office, found.tenant, keptTokens(office, found)?.botToken, error)) return null
    throw error
  }
}
