import { and, eq, isNotNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { files } from '#db/schema/replies.ts'
import { NotFound } from '../../errors.ts'
import { firmOf } from '../../firms/firm.ts'
import { matterFor } from '../../matters/matter-for.ts'
import type { Office } from '../../office.ts'
import type { Locale } from '../../words/locale.ts'
import { originalFor, type OriginalInHand } from './original-for.ts'
import type { OriginalMail } from './original-mail.ts'

/** Whether the whole mail may be saved; if not: a file in it is not cleared of viruses, or lies where the member sees nothing. */
export type Saving = 'offered' | 'held' | 'elsewhere'

export type OpenedOriginal = {
  reader: { locale: Locale; timeZone: string; firm: { name: string; accent: string | null } }
  subject: string
  from: string | null
  receivedAt: Date
  /** `start`: it was too large to be taken in whole. */
  kept: 'whole' | 'start' | 'gone'
  /** Bytes. */
  size: number
  /** Null where it is gone or cannot be read. */
  mail: OriginalMail | null
  saving: Saving
}

/** A mail as it came, for the member whose chat message leads to it. Throws NotFound. */
export async function openOriginal(office: Office, inboundId: string, pass: string): Promise<OpenedOriginal> {
  const held = await originalFor(office, inboundId, pass)
  const { inbound, by } = held
  const { name, accent } = await firmOf(office.db.read, by.firmId)
  const isGone = inbound.rawSize === 0
  return {
    reader: { locale: by.locale, timeZone: by.timeZone, firm: { name, accent } },
    subject: inbound.subject ?? '',
    from: inbound.fromAddress,
    receivedAt: inbound.receivedAt,
    kept: isGone ? 'gone' : inbound.quarantineReason === 'too_large' ? 'start' : 'whole',
    size: inbound.rawSize,
    mail: isGone ? null : await office.readOriginal(office.files.pathOf(inbound.rawKey)),
    saving: await savingOf(office.db.read, held),
  }
}

/** The raw mail holds all its files, so it is no way around what is kept from a member of any of them. */
export async function savingOf(tx: Query, { inbound, by }: OriginalInHand): Promise<Saving> {
  const ofMail = eq(files.inboundId, inbound.id)
  const [held] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(ofMail, isNotNull(files.heldBecause)))
    .limit(1)
  if (held) return 'held'
  const places = await tx
    .selectDistinct({ matterId: files.matterId })
    .from(files)
    .where(and(ofMail, isNotNull(files.matterId)))
  try {
    for (const { matterId } of places)
      if (matterId && matterId !== inbound.matterId) await matterFor(tx, by, matterId)
    return 'offered'
  } catch (error) {
    if (error instanceof NotFound) return 'elsewhere'
    throw error
  }
}
