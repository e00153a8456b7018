import type { ViewOutput } from '@slack/bolt'
import { isRefusal } from '#core/errors.ts'
import { chosen } from './form-values.ts'

/** What the member chose to do in a hidden matter; undefined where nothing was asked or chosen. */
export function ifHidden(view: ViewOutput): 'show' | 'keep' | undefined {
  const choice = chosen(view, 'announce')
  return choice === 'show' || choice === 'keep' ? choice : undefined
}

/** Whether it was refused because the matter was hidden after the view was shown, which did not ask what to do then. */
export function isHiddenSince(error: unknown, view: ViewOutput): boolean {
  return isRefusal(error) && error.code === 'matter_hidden' && !asks(view)
}

function asks(view: ViewOutput): boolean {
  return view.blocks.some((block) => block.block_id === 'announce')
}
