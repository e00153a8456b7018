import type { MemberActor } from '#core/members/actor.ts'
import { identify, workspaceOf, type Somebody } from '../identify.ts'
import type { Door } from '../turn.ts'

/** Long enough for a name that is typed letter by letter. */
const keptFor = 10_000
const mostKept = 5000

/** What a signed request says of them, before anybody has been asked. */
type Signed = Pick<Somebody, 'userId'> & Parameters<typeof workspaceOf>[0]

/**
 * Who somebody is, as `identify` says, remembered while they type: each letter asks again, and each search looks again at whether they
 * are still of the firm.
 */
export function whoTypes(door: Door) {
  const known = new Map<string, { until: number; by: MemberActor }>()
  const keyOf = (tenant: string, userId: string) => `${tenant}:${userId}`
  door.people.whenForgotten((tenant, userId) => known.delete(keyOf(tenant, userId)))

  function remembered(who: Signed): MemberActor | null {
    const tenant = workspaceOf(who)
    const kept = tenant === null ? undefined : known.get(keyOf(tenant, who.userId))
    return kept && kept.until > door.office.clock().getTime() ? kept.by : null
  }

  async function identified(who: Somebody): Promise<MemberActor> {
    const kept = remembered(who)
    if (kept) return kept
    if (known.size >= mostKept) known.clear()
    const until = door.office.clock().getTime() + keptFor
    const by = await identify(door, who)
    const tenant = workspaceOf(who)
    if (tenant !== null) known.set(keyOf(tenant, who.userId), { until, by })
    return by
  }

  return { remembered, identified }
}
