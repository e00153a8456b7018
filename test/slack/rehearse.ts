import { keepNothing } from '../office/keep-nothing.ts'
import type { Actor } from './actor.ts'
import type { Attempt, Given } from './every-attempt.ts'
import type { FirmInSlack } from './firm-in-slack.ts'
import type { RealIds } from './firm-rows.ts'
import type { SlackOption } from './form-fields.ts'
import { tryIt } from './try-it.ts'

/** An attempt, and what it is to be made with; whether it then had an effect for whoever may make it. */
export type Rehearsed = { attempt: Attempt; given: Given; hasEffect: boolean }

const harmless = { type: 'plain_text', text: 'Algo' } as const

/** At most so many sets of ids are tried for one attempt, and fewer once another of its name has had an effect. */
const mostSets = { first: 60, more: 10 }

/**
 * Finds out for each attempt which of the firm's real ids it means, by making it as somebody who may: what is written is undone
 * each time. So what strangers then try is what would do harm.
 */
export async function rehearse(
  slack: FirmInSlack,
  who: Actor,
  attempts: Attempt[],
  message: Given['message'],
  ids: RealIds,
): Promise<Rehearsed[]> {
  const effective = new Set<string>()
  const picks = new Map<string, SlackOption>()
  return keepNothing(slack.office.db, async (undone) => {
    const rehearsed: Rehearsed[] = []
    for (const attempt of attempts) rehearsed.push(await meant(attempt))
    return rehearsed

    async function meant(attempt: Attempt): Promise<Rehearsed> {
      const most = effective.has(attempt.name) ? mostSets.more : mostSets.first
      const sets = setsOf(attempt.kinds, ids)
        .slice(0, most)
        .map((set): Given => ({
          message,
          picks,
          idOf: (kind) => set.get(kind) ?? '',
        }))
      for (const given of sets) {
        const before = undone()
        const { isRefused, options } = await tryIt(slack, who, attempt, given)
        const [first] = options
        if (attempt.sort === 'whatIsTyped' && first) picks.set(attempt.name, { ...first, text: harmless })
        const isFound = attempt.sort !== 'whatIsTyped' || first !== undefined
        if (isFound && (undone() > before || !isRefused)) {
          effective.add(attempt.name)
          return { attempt, given, hasEffect: true }
        }
        // Members have become one already.
        if (attempt.sort === 'consents') break
      }
      return { attempt, given: sets[0] ?? { message, picks, idOf: () => '' }, hasEffect: false }
    }
  })
}

/** The likeliest first: ids that the firm calls so, then some of each table. */
function setsOf(kinds: string[], ids: RealIds): Map<string, string>[] {
  const most = kinds.length > 1 ? 40 : Infinity
  const ranked = kinds.reduce<{ set: Map<string, string>; rank: number }[]>(
    (sets, kind) => {
      const candidates = [...new Set([...ids.called(kind), ...ids.ofEachTable])].slice(0, most)
      return sets.flatMap(({ set, rank }) =>
        candidates.map((id, place) => ({ set: new Map([...set, [kind, id]]), rank: rank + place })),
      )
    },
    [{ set: new Map(), rank: 0 }],
  )
  return ranked.sort((one, other) => one.rank - other.rank).map(({ set }) => set)
}
