import { NotFound } from '#core/errors.ts'
import { listMembers, type MemberListed } from '#core/members/list-members.ts'
import { setAbsence } from '#core/members/set-absence.ts'
import { dayOf } from '#core/words/format.ts'
import { input, modal, option, section, type Modal } from '../blocks.ts'
import { bold } from '../mrkdwn.ts'
import type { SubmitAnswer } from '../on-submits.ts'
import type { Reader } from '../reader.ts'
import { show } from '../show.ts'
import type { ClickTurn, SubmitTurn } from '../turn.ts'
import { chosen, day } from '../views/form-values.ts'
import { memberField } from './member-field.ts'
import { backTo, overSettings, refreshHere, whence, type OverSettings } from './over-settings.ts'

/** From the settings, or from the list of people: when somebody is away, and who stands in. */
export async function openAbsence(turn: ClickTurn, memberId = turn.value): Promise<void> {
  const { office, by, reader } = turn
  await show(turn, absenceOf())

  async function absenceOf() {
    const member = (await listMembers(office, { by })).find((one) => one.memberId === memberId)
    if (!member) throw new NotFound()
    return absenceForm(reader, member, dayOf(office.clock(), by.timeZone), whence(turn))
  }
}

/** The absence as it is announced, or one from today on. */
export function absenceForm(
  { words }: Reader,
  member: MemberListed,
  today: string,
  over: OverSettings['over'],
): Modal {
  const { fields, titles } = words.settings
  const { absence, memberId } = member
  const delegate = absence?.delegateId
    ? option(absence.delegate ?? absence.delegateId, absence.delegateId)
    : undefined
  const until = absence?.until ? { initial_date: absence.until } : {}
  return modal({
    callbackId: 'settings_absence',
    title: titles.absence,
    submit: words.buttons.save,
    close: words.buttons.cancel,
    metadata: JSON.stringify({ over, memberId } satisfies OverSettings),
    blocks: [
      section(bold(member.name)),
      memberField(words, 'delegate', fields.delegate, {
        initial: delegate,
        optional: true,
        hint: fields.delegateHint,
      }),
      input('from', fields.from, {
        type: 'datepicker',
        action_id: 'from',
        initial_date: absence?.from ?? today,
      }),
      input(
        'until',
        fields.until,
        { type: 'datepicker', action_id: 'until', ...until },
        { optional: true, hint: fields.untilHint },
      ),
    ],
  })
}

/** The delegate is told what reaches whoever is away, from the one day to the other. */
export async function submitAbsence(turn: SubmitTurn): Promise<SubmitAnswer> {
  const { office, by, view, interaction, reader } = turn
  const { over, memberId = by.memberId } = overSettings(view.private_metadata)
  const delegateId = chosen(view, 'delegate')
  const absence = { delegateId, from: day(view, 'from') ?? '', until: day(view, 'until') }
  await setAbsence(office, { by, memberId, absence, interaction })
  return backTo(turn, over, reader.words.settings.absenceSet)
}

/** Whoever was away is back. */
export async function endAbsence(turn: ClickTurn, memberId = turn.value): Promise<void> {
  const { office, by, interaction, reader } = turn
  await setAbsence(office, { by, memberId, absence: null, interaction })
  await refreshHere(turn, reader.words.settings.absenceEnded)
}
