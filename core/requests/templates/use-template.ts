import { firmOf, type Firm } from '../../firms/firm.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { addBusinessDays, isBusinessDay } from '../../reminders/calendar/business-days.ts'
import { addDays } from '../../reminders/calendar/day.ts'
import { dayOf } from '../../words/format.ts'
import { fillVariables } from './fill-variables.ts'
import { templateOf } from './template.ts'

/** A request as it stands in a form. */
export type RequestText = { title: string; details: string; items: string; dueOn: string | null }

/**
 * What the template asks for, its variables filled in as far as they are known, due so many days from today or on the next
 * day the firm works. Throws NotFound.
 */
export async function useTemplate(
  office: Office,
  wish: { by: MemberActor; templateId: string; matterId: string | null },
): Promise<RequestText> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const template = await templateOf(tx, by, wish.templateId)
  const { title, details } = template
  const text = { title, details, items: template.items.join('\n') }
  const filled = await fillVariables(office, { by, matterId: wish.matterId, ...text })
  const firm = await firmOf(tx, by.firmId)
  return { ...filled, dueOn: template.dueInDays === null ? null : dueDay(office, firm, template.dueInDays) }
}

function dueDay(office: Office, firm: Firm, days: number): string {
  const day = addDays(dayOf(office.clock(), firm.timeZone), days)
  return isBusinessDay(day, firm) ? day : addBusinessDays(day, 1, firm)
}
