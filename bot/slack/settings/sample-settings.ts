import type { FirmSettings } from '#core/firms/firm-settings.ts'
import type { MemberListed } from '#core/members/list-members.ts'
import type { Reader } from '../reader.ts'
import { idOf, matters, member, name, people, title, type Sample } from '../sample-data.ts'
import { absenceForm } from './absence.ts'
import { firmForm } from './firm.ts'
import { handOverForm } from './hand-over.ts'
import { addMemberForm, leaveView, roleForm } from './people.ts'
import { remindersForm } from './reminders.ts'
import { renderSettings } from './settings.ts'
import { renderTeam } from './team.ts'

const colleague: MemberListed = {
  ...member,
  role: 'assistant',
  matters: 0,
  absence: null,
  wantsDigest: false,
}
/** A firm that has said all it can. */
export const firm: FirmSettings = {
  name,
  locale: 'es-CL',
  timeZone: 'America/Argentina/ComodRivadavia',
  supportContact: title,
  accent: '#7a1f3d',
  closingDays: Array.from({ length: 730 }, (_, number) =>
    new Date(Date.UTC(2026, 0, 1 + 2 * number)).toISOString().slice(0, 10),
  ),
  digestHour: '07:30',
  digestBy: 'both',
  policy: { from: 6, until: 22, daysApart: 7, mostPerWeek: 2 },
  holdSeconds: 60,
  trustsServer: false,
  formOfAddress: 'senhor',
}

const charge = { memberId: idOf('member', 0), name, matters }

/** Every view of the settings with the longest data there is; for tests. */
export function sampleSettings(reader: Reader): Sample[] {
  return [
    ['the settings of an admin', renderSettings(reader, member, firm, title)],
    ['the settings of an assistant', renderSettings(reader, colleague, { ...firm, supportContact: null })],
    ['an absence', absenceForm(reader, member, '2026-03-03', 'settings')],
    ['no absence', absenceForm(reader, colleague, '2026-03-03', 'team')],
    ['a handover', handOverForm(reader, charge, 'settings')],
    ['a handover of nothing', handOverForm(reader, { ...charge, matters: [] }, 'team')],
    ['the firm', firmForm(reader, firm)],
    ['a firm that has said little', firmForm(reader, { ...firm, accent: null, closingDays: [] })],
    [
      'a firm with many closing days',
      firmForm(reader, { ...firm, closingDays: firm.closingDays.slice(0, 272) }),
    ],
    ['reminders', remindersForm(reader, firm)],
    ['the people', renderTeam(reader, people, 0, title)],
    ['a later page of them', renderTeam(reader, people, 7)],
    ['a new person', addMemberForm(reader)],
    ['a role', roleForm(reader, member)],
    ['somebody who leaves', leaveView(reader, member)],
  ]
}
