import type { Hearing } from '#core/delivery/letter.ts'
import { instantAt } from '#core/reminders/calendar/zoned-time.ts'
import { clockIn } from '#core/words/format.ts'
import { divider, input, option, type Block } from '../blocks.ts'
import type { Reader } from '../reader.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { SubmitTurn } from '../turn.ts'
import { chosen, day, time, typed } from './form-values.ts'

/** After so many hours a client who has not confirmed is to be phoned. */
const hoursToConfirm = [1, 2, 4, 8, 24] as const

/** When and where a hearing is, and what to bring; all of it may stay empty. */
export function hearingFields({ words, timeZone }: Reader, hearing?: Hearing | null): Block[] {
  const { fields } = words.practice.hearing
  const shown = hearing && clockIn(timeZone)(new Date(hearing.at))
  const line = (blockId: string, most: number, initial?: string | null) => ({
    type: 'plain_text_input' as const,
    action_id: blockId,
    max_length: most,
    ...(initial && { initial_value: initial.slice(0, most) }),
  })
  const optional = { optional: true }
  return [
    divider,
    input(
      'hearing-day',
      fields.day,
      { type: 'datepicker', action_id: 'hearing-day', ...(shown && { initial_date: shown.day }) },
      optional,
    ),
    input(
      'hearing-time',
      fields.time,
      { type: 'timepicker', action_id: 'hearing-time', ...(shown && { initial_time: shown.time }) },
      optional,
    ),
    input('hearing-place', fields.place, line('hearing-place', 300, hearing?.place), {
      optional: true,
      hint: fields.placeHint,
    }),
    input(
      'hearing-bring',
      fields.bring,
      { ...line('hearing-bring', 1000, hearing?.bring), multiline: true },
      optional,
    ),
  ]
}

/** Whether it is urgent, and until when it is to be confirmed. */
export function urgentField({ words }: Reader, within?: number | null, { optional = false } = {}): Block {
  const { urgent, urgentHint, within: inHours, notUrgent } = words.practice.hearing
  const options = [
    option(notUrgent, 'no'),
    ...hoursToConfirm.map((hours) => option(inHours({ hours }), String(hours))),
  ]
  const initial = options.find(({ value }) => value === String(within)) ?? options[0]
  return input(
    'urgent',
    urgent,
    { type: 'static_select', action_id: 'urgent', options, ...(initial && { initial_option: initial }) },
    { hint: urgentHint, optional },
  )
}

/** What stands in the fields of a hearing; null where they are empty, and undefined where the form has none. */
export function hearingIn(view: SubmitTurn['view'], timeZone: string): Hearing | null | undefined {
  if (!('hearing-day' in view.state.values)) return undefined
  const [on, at] = [day(view, 'hearing-day'), time(view, 'hearing-time')]
  if (!on || !at) return null
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  const start = new Date(instantAt(on, hour, timeZone).getTime() + minute * 60_000)
  const bring = typed(view, 'hearing-bring').trim() || null
  return { at: start.toISOString(), place: typed(view, 'hearing-place'), bring }
}

/** Says what is missing of a hearing that was begun; null when it is whole, or there is none. */
export function hearingMissing(view: SubmitTurn['view'], { words }: Reader): SubmitAnswer {
  const filled = {
    'hearing-day': day(view, 'hearing-day'),
    'hearing-time': time(view, 'hearing-time'),
    'hearing-place': typed(view, 'hearing-place').trim(),
  }
  const begun = Object.values(filled).some(Boolean) || typed(view, 'hearing-bring').trim() !== ''
  const missing = Object.entries(filled).filter(([, value]) => !value)
  if (!begun || missing.length === 0 || !('hearing-day' in view.state.values)) return null
  const text = words.practice.hearing.incomplete
  return { response_action: 'errors', errors: Object.fromEntries(missing.map(([field]) => [field, text])) }
}

/** After how many hours it is to be confirmed; null when it is not urgent. */
export function confirmWithinIn(view: SubmitTurn['view']): number | null {
  const picked = Number(chosen(view, 'urgent'))
  return hoursToConfirm.find((hours) => hours === picked) ?? null
}
