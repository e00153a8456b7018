import { expect } from 'vitest'
import { isRefusal } from '#core/errors.ts'

/** The code of the refusal that the work ends in; fails when it ends in anything else. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  return (await refusalOf(work)).code
}

/** The code and facts of the refusal that the work ends in. */
export async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; facts: Record<string, unknown> }> {
  const end = await work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if (!('error' in end)) expect.fail(`not refused: ${JSON.stringify(end.value)}`)
  if (!isRefusal(end.error)) throw end.error
  return { code: end.error.code, facts: end.error.facts }
}

/** Of two acts that raced, which won and what the other was told; fails unless just one won and the other was refused. */
export async function raceOf(
  one: Promise<unknown>,
  other: Promise<unknown>,
): Promise<{ first: boolean; lost: { code: string; facts: Record<string, unknown> } }> {
  const ends = await Promise.allSettled([one, other])
  const [lost, ...more] = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []))
  if (more.length > 0 || lost === undefined) expect.fail(`${lost === undefined ? 'both' : 'neither'} won`)
  if (!isRefusal(lost)) throw new Error('the other failed', { cause: lost })
  return { first: ends[0].status === 'fulfilled', lost: { code: lost.code, facts: lost.facts } }
}
