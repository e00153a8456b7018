import { and, eq } from 'drizzle-orm'
import { chatTenants } from '#db/schema/firms.ts'
import { given, statement } from '#db/statement.ts'
import type { Office } from '../office.ts'

export type ChatTenant = typeof chatTenants.$inferSelect

/** The Slack workspace or Teams tenant as a firm has connected it; null where it is no firm's. */
export async function chatTenant(
  office: Office,
  which: { platform: 'slack' | 'teams'; tenant: string },
): Promise<ChatTenant | null> {
  const [found] = await connected(office.db.read, which)
  return found ?? null
}

const connected = statement((tx) =>
  tx
    .select()
    .from(chatTenants)
    .where(and(eq(chatTenants.platform, given('platform')), eq(chatTenants.tenant, given('tenant')))),
)
