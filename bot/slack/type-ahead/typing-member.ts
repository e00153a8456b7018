import type { BlockSuggestion } from '@slack/bolt'
import type { MemberActor } from '#core/members/actor.ts'
import { identify, workspaceOf, type Somebody } from '../identify.ts'
import type { Door } from '../turn.ts'

/** Long enough for a name that is typed letter by letter. */
const keptFor = 10_000
const mostKept = 5000

type Kept = { until: number; tenant: string; by: MemberActor }

/**
 * Who somebody is, as `identify` says, remembered while they type: each letter asks again, and each search looks again at whether they
 * are still of the firm. Nobody is remembered past a change of anybody's profile, nor in a workspace whose token is not.
 */
export function whoTypes(door: Door) {
  const known = new Map<string, Kept>()
  // Whoever began to be looked up before may be known as they are no longer.
  let forgotten = 0
  door.people.whenForgotten(() => {
    forgotten++
    known.clear()
  })

  /** Null where it has to be found out. */
  function remembered(typed: BlockSuggestion): MemberActor | null {
    const kept = known.get(signedOf(typed))
    if (!kept || kept.until <= door.office.clock().getTime()) return null
    return door.tokens.isKept(kept.tenant) ? kept.by : null
  }

  async function identified(typed: BlockSuggestion, who: Somebody): Promise<MemberActor> {
    const until = door.office.clock().getTime() + keptFor
    const before = forgotten
    const by = await identify(door, who)
    const tenant = workspaceOf(who)
    if (known.size >= mostKept) known.clear()
    if (tenant !== null && forgotten === before) known.set(signedOf(typed), { until, tenant, by })
    return by
  }

  return { remembered, identified }
}

/** All that a signed request says of who typed: whoever says the same is the same. */
function signedOf(typed: BlockSuggestion): string {
  const { user, team, enterprise } = typed
  const isOfAll = typed.is_enterprise_install
  return `${user.id} ${user.team_id} ${team?.id} ${team?.enterprise_id} ${enterprise?.id} ${isOfAll}`
}
