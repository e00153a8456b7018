import type { MemberActor } from '#core/members/actor.ts'
import { identify, workspaceOf, type Somebody } from './identify.ts'
import type { Door } from './turn.ts'

/** Long enough for a name that is typed letter by letter. */
const keptFor = 10_000
const mostKept = 5000

/**
 * Who somebody is, as `identify` says, remembered while they type: each letter asks again, and each search looks again at whether they
 * are still of the firm.
 */
export function whoTypes(door: Door): (who: Somebody) => Promise<MemberActor> {
  const known = new Map<string, { until: number; by: MemberActor }>()
  door.people.whenForgotten((tenant, userId) => known.delete(`${tenant}:${userId}`))
  return async (who) => {
    const tenant = workspaceOf(who)
    const key = `${tenant}:${who.userId}`
    const now = door.office.clock().getTime()
    const kept = known.get(key)
    if (tenant !== null && kept && kept.until > now) return kept.by
    if (known.size >= mostKept) known.clear()
    const by = await identify(door, who)
    known.set(key, { until: now + keptFor, by })
    return by
  }
}
