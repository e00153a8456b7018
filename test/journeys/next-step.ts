import type { SlackView } from '../slack/open-views.ts'
import type { Submission } from '../slack/submit-view.ts'

/** The view that a submit led to; throws, with what was complained of, where the form was sent back or closed. */
export function nextStep({ status, errors, view }: Submission): SlackView {
  const complaints = JSON.stringify(errors)
  if (status !== 200 || complaints !== '{}') throw new Error(`sent back: ${status} ${complaints}`)
  if (!view) throw new Error('the form closed')
  return view
}
