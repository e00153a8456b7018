import type { MemberActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import { usualPolicy, type ReminderPolicy } from '../reminders/policy.ts'
import type { Locale } from '../words/locale.ts'
import { firmOf } from './firm.ts'
import type { FormOfAddress } from '../words/pt-BR/form-of-address.ts'

/** The digest goes to the member's chat, to their e-mail, or to both. */
export const digestWays = ['chat', 'mail', 'both'] as const

export type FirmSettings = {
  name: string
  locale: Locale
  timeZone: string
  supportContact: string | null
  accent: string | null
  closingDays: string[]
  digestHour: string
  digestBy: (typeof digestWays)[number]
  policy: ReminderPolicy
  holdSeconds: number
  trustsServer: boolean
  formOfAddress: FormOfAddress
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
    digestBy,
    reminderPolicy,
    holdSeconds,
    trustsServerSince,
    formOfAddress,
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
    digestBy,
    policy,
    holdSeconds,
    trustsServer,
    formOfAddress: formOfAddress ?? 'voce',
  }
}
