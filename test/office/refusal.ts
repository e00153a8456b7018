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
