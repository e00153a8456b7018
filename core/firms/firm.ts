import { eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { firms } from '#db/schema/firms.ts'
import { given, statement } from '#db/statement.ts'
import { NotFound } from '../errors.ts'

export type Firm = typeof firms.$inferSelect

/** The firm's row. Throws NotFound. */
export async function firmOf(tx: Query, firmId: string): Promise<Firm> {
  const [firm] = await byId(tx, { firmId })
  if (!firm) throw new NotFound()
  return firm
}

const byId = statement((tx) =>
  tx
    .select()
    .from(firms)
    .where(eq(firms.id, given('firmId'))),
)
