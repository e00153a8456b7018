import { firms } from '#db/schema/firms.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { NotAValue } from '../errors.ts'
import { optionalText, requireText } from '../field.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { addFirstTemplates } from '../requests/templates/first-templates.ts'
import type { Locale } from '../words/locale.ts'

export type CreateFirm = {
  name: string
  locale: Locale
  timeZone: string
  /** The one of the time zone's or language's country, unless said. */
  country?: 'CL' | 'BR'
  supportContact?: string
  /** `#rrggbb` */
  accent?: string
}

/** A new tenant stands, with nobody in it and a few templates to ask for documents with. */
export async function createFirm(office: Office, wish: CreateFirm): Promise<{ firmId: string }> {
  const now = office.clock()
  const firmId = newId(now)
  const name = requireText('name', wish.name, 200)
  const supportContact = optionalText('support-contact', wish.supportContact ?? '', 300) || null
  if (wish.accent !== undefined && !/^#[0-9a-f]{6}$/i.test(wish.accent))
    throw new NotAValue('accent', wish.accent)
  return write(office.db, async (tx) => {
    await tx.insert(firms).values({
      id: firmId,
      name,
      locale: wish.locale,
      timeZone: requireTimeZone(wish.timeZone),
      country: wish.country ?? (wish.locale === 'pt-BR' ? 'BR' : 'CL'),
      supportContact,
      accent: wish.accent ?? null,
      closingDays: [],
      digestHour: '08:00',
      createdAt: now,
    })
    await addFirstTemplates(tx, firmId, wish.locale, now)
    await announce(office, tx, { kind: 'firmCreated', by: { kind: 'system', firmId }, subjectId: firmId })
    return { firmId }
  })
}

/** The zone, when this machine knows it (IANA name). Throws NotAValue. */
export function requireTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    throw new NotAValue('timezone', timeZone)
  }
}
