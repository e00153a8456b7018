import { editFirm } from '#core/firms/edit-firm.ts'
import { digestWays, firmSettings, type FirmSettings } from '#core/firms/firm-settings.ts'
import { policyLimits } from '#core/reminders/policy.ts'
import { timeInWords } from '#core/words/format.ts'
import { input, modal, option, select, type Modal } from '../blocks.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { chosen, time } from '../views/form-values.ts'
import { backTo } from './over-settings.ts'

/** From the settings: when and how often clients are reminded, and when the digest leaves. */
export async function openReminders(turn: ClickTurn): Promise<void> {
  const { office, by, reader } = turn
  await show(
    turn,
    firmSettings(office, { by }).then((firm) => remindersForm(reader, firm)),
  )
}

/** The firm's policy as it stands. */
export function remindersForm(
  { words, locale }: Reader,
  { policy, digestHour, digestBy }: FirmSettings,
): Modal {
  const { fields, titles } = words.settings
  const hours = (least: number, most: number) =>
    numbers(least, most).map((hour) =>
      option(timeInWords(`${String(hour).padStart(2, '0')}:00`, locale), String(hour)),
    )
  const counts = ([least, most]: readonly [number, number]) =>
    numbers(least, most).map((count) => option(String(count), String(count)))
  const { from, until, daysApart, mostPerWeek } = policy
  return modal({
    callbackId: 'settings_reminders',
    title: titles.reminders,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over: 'settings' }),
    blocks: [
      select('from', fields.hourFrom, hours(policyLimits.from, policyLimits.until - 1), {
        picked: String(from),
      }),
      select('until', fields.hourUntil, hours(policyLimits.from + 1, policyLimits.until), {
        picked: String(until),
        hint: fields.hoursHint,
      }),
      select('apart', fields.apart, counts(policyLimits.daysApart), { picked: String(daysApart) }),
      select('weekly', fields.weekly, counts(policyLimits.mostPerWeek), { picked: String(mostPerWeek) }),
      input('digest-hour', fields.digestHour, {
        type: 'timepicker',
        action_id: 'digest-hour',
        initial_time: digestHour,
      }),
      select(
        'digest-by',
        fields.digestBy,
        digestWays.map((way) => option(words.settings.digestWays[way], way)),
        { picked: digestBy },
      ),
    ],
  })
}

function numbers(least: number, most: number): number[] {
  return Array.from({ length: most - least + 1 }, (_, index) => least + index)
}

/** Saves it; what is planned already keeps to its hours, and all else counts from the next planning on. */
export async function submitReminders(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  await editFirm(office, {
    by,
    reminderPolicy: {
      from: Number(chosen(view, 'from')),
      until: Number(chosen(view, 'until')),
      daysApart: Number(chosen(view, 'apart')),
      mostPerWeek: Number(chosen(view, 'weekly')),
    },
    digestHour: time(view, 'digest-hour') ?? undefined,
    digestBy: digestWays.find((way) => way === chosen(view, 'digest-by')),
    interaction,
  })
  return backTo(turn, 'settings', reader.words.settings.saved)
}
