import { eq } from 'drizzle-orm'
import { firms } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { NotAValue } from '../errors.ts'
import { optionalText, requireDay, requireText } from '../field.ts'
import { firstTime } from '../first-time.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { adminActing } from '../members/admin-acting.ts'
import type { Office } from '../office.ts'
import { requirePolicy, type ReminderPolicy } from '../reminders/policy.ts'
import type { Locale } from '../words/locale.ts'
import type { FormOfAddress } from '../words/pt-BR/form-of-address.ts'
import { digestWays, type FirmSettings } from './firm-settings.ts'
import { requireTimeZone } from './create-firm.ts'

export type EditFirm = {
  by: MemberActor | SystemActor
  /** As clients read it. */
  name?: string
  locale?: Locale
  timeZone?: string
  /** Empty: none. */
  supportContact?: string
  /** `#rrggbb`, with or without the hash; empty: the usual one. */
  accent?: string
  /** How clients are addressed in Portuguese. */
  formOfAddress?: FormOfAddress
  /** Days on which the office is closed, besides the public holidays. */
  closingDays?: string[]
  /** `HH:MM` of the firm's day. */
  digestHour?: string
  /** Where the digest goes. */
  digestBy?: FirmSettings['digestBy']
  reminderPolicy?: ReminderPolicy
  /** How long news and requests wait before their mail leaves; one of `holdChoices`. */
  holdSeconds?: number
  /** Mail of a client's address counts though nothing proves it, when the firm's own mail server let it in. */
  trustsServer?: boolean
  interaction?: string
}

/** Mail leaves at once, or after the minute in which a send can be undone without a trace. */
export const holdChoices = [0, 60]

/** So many closing days can be kept: two years of them. */
const mostClosingDays = 732

/**
 * The firm is as its admin wishes: portal and e-mail say so at once, digests and reminders from the next one on.
 * Throws NotAllowed, TextMissing, TextTooLong, NotADay, NotAValue.
 */
export async function editFirm(office: Office, wish: EditFirm): Promise<void> {
  const changes = changesIn(wish, office.clock())
  await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return
    const by = await adminActing(tx, wish.by)
    if (Object.keys(changes).length === 0) return
    await tx.update(firms).set(changes).where(eq(firms.id, by.firmId))
    const facts = { fields: Object.keys(changes) }
    await announce(office, tx, { kind: 'firmEdited', by, subjectId: by.firmId, facts })
  })
}

function changesIn(wish: EditFirm, now: Date) {
  const changes: Partial<typeof firms.$inferInsert> = {}
  if (wish.name !== undefined) changes.name = requireText('name', wish.name, 200)
  if (wish.locale !== undefined) changes.locale = wish.locale
  if (wish.timeZone !== undefined) changes.timeZone = requireTimeZone(wish.timeZone)
  if (wish.supportContact !== undefined)
    changes.supportContact = optionalText('support-contact', wish.supportContact, 300) || null
  if (wish.accent !== undefined) changes.accent = colourOf(wish.accent)
  if (wish.formOfAddress !== undefined) changes.formOfAddress = wish.formOfAddress
  if (wish.closingDays !== undefined) changes.closingDays = daysOf(wish.closingDays)
  if (wish.digestHour !== undefined) changes.digestHour = timeOf(wish.digestHour)
  if (wish.digestBy !== undefined) changes.digestBy = wayOf(wish.digestBy)
  if (wish.reminderPolicy !== undefined) changes.reminderPolicy = requirePolicy(wish.reminderPolicy)
  if (wish.holdSeconds !== undefined) changes.holdSeconds = holdOf(wish.holdSeconds)
  if (wish.trustsServer !== undefined) changes.trustsServerSince = wish.trustsServer ? now : null
  return changes
}

function colourOf(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  if (text === '') return null
  const colour = text.startsWith('#') ? text : `#${text}`
  if (!/^#[0-9a-f]{6}$/.test(colour)) throw new NotAValue('accent', typed.slice(0, 40))
  return colour
}

function daysOf(days: string[]): string[] {
  if (days.length > mostClosingDays) throw new NotAValue('closing-days', String(days.length))
  return [...new Set(days.map(requireDay))].sort()
}

function holdOf(seconds: number): number {
  if (!holdChoices.includes(seconds)) throw new NotAValue('hold', String(seconds).slice(0, 40))
  return seconds
}

function wayOf(way: FirmSettings['digestBy']): FirmSettings['digestBy'] {
  if (!digestWays.includes(way)) throw new NotAValue('digest-by', String(way).slice(0, 40))
  return way
}

function timeOf(time: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new NotAValue('digest-hour', time.slice(0, 40))
  return time
}
