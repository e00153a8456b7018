import { and, inArray, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { matters } from '#db/schema/matters.ts'
import { mattersInSight, type Viewer } from '../access/sight.ts'
import type { Matter } from '../matters/matter-for.ts'

/** Those of the matters that these eyes reach. */
export async function mattersSeen(tx: Query, viewer: Viewer, matterIds: string[]): Promise<Matter[]> {
  if (matterIds.length === 0) return []
  const seen = inArray(matters.id, sql`(${mattersInSight(viewer)})`)
  return tx
    .select()
    .from(matters)
    .where(and(inArray(matters.id, matterIds), seen))
}
