import { addDays } from '#core/reminders/calendar/day.ts'
import { remindNow } from '#core/reminders/remind-now.ts'
import { snoozeReminders } from '#core/reminders/snooze.ts'
import { dayInWords, dayOf } from '#core/words/format.ts'
import { show } from '../show.ts'
import type { ClickTurn } from '../turn.ts'
import { noticeView } from '../views/notice.ts'
import { pendingState, pendingView } from '../views/pending.ts'

/** Reminds the clients of a request at once. */
export async function remind(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, value: requestId, reader } = turn
  const { told } = await remindNow(office, { by, requestId, interaction })
  await sayDone(turn, reader.words.done.reminded({ clients: told }))
}

/** Leaves them in peace for a week. */
export async function snooze(turn: ClickTurn): Promise<void> {
  const { office, by, interaction, value: requestId, reader } = turn
  const until = addDays(dayOf(office.clock(), by.timeZone), 7)
  await snoozeReminders(office, { by, requestId, until, interaction })
  await sayDone(turn, reader.words.done.snoozed({ day: dayInWords(until, reader.locale, reader.today) }))
}

async function sayDone(turn: ClickTurn, text: string) {
  if (!turn.view) return turn.tell(text)
  if (turn.view.type === 'home') {
    return show(turn, noticeView(turn.reader.words, turn.reader.words.titles.done, text))
  }
  const view = await pendingView(turn, pendingState(turn.view.private_metadata), text)
  await turn.client.views.update({ view_id: turn.view.id, view })
}
