import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { chatTenants } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { sha256 } from '../keys.ts'
import type { ChatTenant } from '../members/chat-tenant.ts'
import type { Office } from '../office.ts'
import { keptTokens, sealedTokens, type ChatTokens } from './chat-tokens.ts'

/** Asks the platform for the tokens that follow; the refresh token is then worth nothing any more. */
export type Renew = (refreshToken: string) => Promise<ChatTokens>

const hour = 3_600_000
/** A token is renewed when so little of its time is left: the old one serves until the next is there. */
const ahead = 2 * hour
const claimFor = 30_000
/** How often whoever needs a token that another process is renewing looks for it. */
const lookAgain = 100

/**
 * The bot token of a workspace; null when it is disconnected, or has none. One whose time is nearly over is renewed first, by one
 * process alone, however many ask. Throws what `renew` throws once the old token serves no more.
 */
export async function currentToken(
  office: Office,
  tenant: ChatTenant,
  environmentsOwn: string | null,
  renew: Renew,
): Promise<string | null> {
  const tokens = keptTokens(office, tenant)
  if (!tokens) return serves(tenant, environmentsOwn) ? environmentsOwn : null
  const left = tokens.expiresAt ? tokens.expiresAt.getTime() - office.clock().getTime() : Infinity
  if (left > ahead || tokens.refreshToken === null) return tokens.botToken
  if (!(await claim(office, tenant))) return left > 0 ? tokens.botToken : renewedByAnother(office, tenant)
  try {
    const next = await renew(tokens.refreshToken)
    await keep(office, tenant, next)
    return next.botToken
  } catch (error) {
    if (left <= 0) throw error
    office.log.warn({ err: error, tenant: tenant.tenant }, 'a chat token was not renewed, and still serves')
    return tokens.botToken
  }
}

function serves({ disconnectedAt, voidToken }: ChatTenant, environmentsOwn: string | null): boolean {
  if (disconnectedAt === null) return true
  return voidToken !== null && environmentsOwn !== null && sha256(environmentsOwn) !== voidToken
}

// The sealed refresh token says which tokens these are: each is written anew when they change.
function stillThese(tenant: ChatTenant) {
  return and(eq(chatTenants.id, tenant.id), eq(chatTenants.refreshToken, tenant.refreshToken ?? ''))
}

async function claim(office: Office, tenant: ChatTenant): Promise<boolean> {
  const now = office.clock()
  const claimed = await write(office.db, (tx) =>
    tx
      .update(chatTenants)
      .set({ renewingUntil: new Date(now.getTime() + claimFor) })
      .where(
        and(stillThese(tenant), or(isNull(chatTenants.renewingUntil), lte(chatTenants.renewingUntil, now))),
      )
      .returning({ id: chatTenants.id }),
  )
  return claimed.length === 1
}

async function keep(office: Office, tenant: ChatTenant, tokens: ChatTokens) {
  await write(office.db, (tx) =>
    tx
      .update(chatTenants)
      .set({ ...sealedTokens(office, tokens), renewingUntil: null })
      .where(stillThese(tenant)),
  )
}

async function renewedByAnother(office: Office, before: ChatTenant): Promise<string | null> {
  for (let waited = 0; waited < claimFor; waited += lookAgain) {
    const [now] = await office.db.read.select().from(chatTenants).where(eq(chatTenants.id, before.id))
    if (now && now.refreshToken !== before.refreshToken) return keptTokens(office, now)?.botToken ?? null
    await pause(lookAgain)
  }
  return null
}
