import type { Fault } from './config-invalid.ts'
import { notAvailable, settings } from './settings.ts'

const assignment = /^\s*(?:export\s+)?(?<key>[A-Za-z_]\w*)\s*=\s*(?<value>.*)$/

/**
 * What is wrong with the text of a `.env`, beyond the values: lines that Node would leave out without a word,
 * quotes that are never closed, and keys that look like ours and are not.
 */
export function faultsOfEnvFile(text: string): Fault[] {
  const faults: Fault[] = []
  const lines = text.split(/\r?\n/)

  for (let number = 0; number < lines.length; number += 1) {
    const line = lines[number] ?? ''
    if (/^\s*(#|$)/.test(line)) continue

    const { key, value = '' } = assignment.exec(line)?.groups ?? {}
    if (key === undefined) {
      faults.push({ where: `.env line ${number + 1}`, problem: 'is not KEY=value', example: null })
      continue
    }
    if (looksLikeOurs(key)) faults.push({ where: key, problem: 'in .env is no setting', example: null })

    const quote = /^["'`]/.exec(value)?.[0]
    if (!quote || value.indexOf(quote, 1) > 0) continue
    const end = lines.findIndex((later, index) => index > number && later.includes(quote))
    if (end < 0) {
      faults.push({
        where: `.env line ${number + 1}`,
        problem: 'opens a quote that never closes',
        example: null,
      })
      continue
    }
    number = end
  }
  return faults
}

/** True for a key of one of our families that is not a setting: a slip of the pen. */
function looksLikeOurs(key: string): boolean {
  if (key in settings || notAvailable.some((pattern) => pattern.test(key))) return false
  const family = /^[A-Z]+_/.exec(key)?.[0]
  return family !== undefined && Object.keys(settings).some((known) => known.startsWith(family))
}
