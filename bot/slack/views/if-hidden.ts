import type { ViewOutput } from '@slack/bolt'
import { chosen } from './form-values.ts'

/** What the member chose to do in a hidden matter; undefined where nothing was asked or chosen. */
export function ifHidden(view: ViewOutput): 'show' | 'keep' | undefined {
  const choice = chosen(view, 'announce')
  return choice === 'show' || choice === 'keep' ? choice : undefined
}
