import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { usualPolicy, type ReminderPolicy } from '../reminders/policy.ts'
import type { Locale } from '../words/locale.ts'
import { firmOf } from './firm.ts'

export type FirmSettings = {
  name: string
  locale: Locale
  timeZone: string
  supportContact: string | null
  accent: string | null
  closingDays: string[]
  digestHour: string
  policy: ReminderPolicy
  holdSeconds: number
  trustsServer: boolean
}

/** How the member's firm is set up, for every member to read. */
export async function firmSettings(office: Office, wish: { by: MemberActor }): Promise<FirmSettings> {
  const by = await memberActing(office.db.read, wish.by)
  const firm = await firmOf(office.db.read, by.firmId)
  const {
    name,
    locale,
    timeZone,
    supportContact,
    accent,
    closingDays,
    digestHour,
    reminderPolicy,
    holdSeconds,
    trustsServerSince,
  } = firm
  const policy = reminderPolicy ?? usualPolicy
  const trustsServer = trustsServerSince !== null
  return {
    name,
    locale,
    timeZone,
    supportContact,
    accent,
    closingDays,
    digestHour,
    policy,
    holdSeconds,
    trustsServer,
  }
}
