import { and, eq } from 'drizzle-orm'
import { chatTenants } from '#db/schema/firms.ts'
import { keyFor, unseal } from '../keys.ts'
import type { Office } from '../office.ts'

/** The firm behind a Slack workspace or Teams tenant, with the bot's token where one is stored. */
export async function chatTenant(
  office: Office,
  which: { platform: 'slack' | 'teams'; tenant: string },
): Promise<{ firmId: string; botToken: string | null } | null> {
  const [found] = await office.db.read
    .select({ firmId: chatTenants.firmId, botToken: chatTenants.botToken })
    .from(chatTenants)
    .where(and(eq(chatTenants.platform, which.platform), eq(chatTenants.tenant, which.tenant)))
  if (!found) return null
  const { firmId, botToken } = found
  return { firmId, botToken: botToken && unseal(keyFor(office.config.secretKey, 'chat-token'), botToken) }
}
