import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { NumberTaken } from '../errors.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { inSightOf } from './find-matters.ts'
import { matterInNote } from './who-is-told.ts'

/**
 * Throws NumberTaken where another open matter that the member sees has this number: most likely the same one, written down
 * twice. Of what they do not see they learn nothing, and an import is believed.
 */
export async function requireFreeNumber(
  tx: Query,
  by: MemberActor | SystemActor,
  number: string | null,
  matterId?: string,
): Promise<void> {
  if (by.kind === 'system' || number === null) return
  const [same] = await tx
    .select()
    .from(matters)
    .where(
      and(
        eq(matters.firmId, by.firmId),
        eq(sql`lower(${matters.number})`, number.toLowerCase()),
        isNull(matters.closedAt),
        matterId === undefined ? undefined : ne(matters.id, matterId),
        inSightOf(by),
      ),
    )
    .limit(1)
  if (same) throw new NumberTaken(number, matterInNote(same).title)
}
