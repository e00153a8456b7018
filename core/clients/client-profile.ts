import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { additionalEmails, deadAddresses } from '#db/schema/clients.ts'
import { involvements, matters } from '#db/schema/matters.ts'
import type { MatterInNote } from '../delivery/chat-note.ts'
import { firmOf } from '../firms/firm.ts'
import { inSightOf } from '../matters/find-matters.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import { memberActing } from '../members/member-acting.ts'
import type { Office } from '../office.ts'
import type { Locale } from '../words/locale.ts'
import { clientOf } from './client.ts'
import { requireInReach } from './clients-in-reach.ts'
import { writtenTaxId } from './tax-id.ts'

export type ClientProfile = {
  clientId: string
  name: string
  taxId: string | null
  phones: string[]
  address: string | null
  email: string
  /** The main address has refused mail for good. */
  dead: boolean
  salutation: string | null
  /** Null: the firm's, which `spoken` and `zone` then are. */
  locale: Locale | null
  timeZone: string | null
  spoken: Locale
  zone: string
  firm: { locale: Locale; timeZone: string }
  /** Only the main address, only from `from` to `until` o'clock. */
  safeContact: { from: string; until: string } | null
  left: boolean
  additional: AdditionalEmail[]
  /** Of those the member sees, open ones first, newest first. */
  matters: (MatterInNote & { side: 'ours' | 'other' })[]
  matterCount: number
}

export type AdditionalEmail = {
  id: string
  email: string
  name: string | null
  role: string | null
  /** Null: every matter. Those the member does not see are only counted. */
  matters: { seen: { id: string; title: string }[]; unseen: number } | null
  dead: boolean
}

/** How many matters a profile names. */
const mostMatters = 100

/** All the firm keeps of a client, to a member who deals with them. Throws NotFound. */
export async function clientProfile(
  office: Office,
  wish: { by: MemberActor; clientId: string },
): Promise<ClientProfile> {
  const tx = office.db.read
  const by = await memberActing(tx, wish.by)
  const client = await clientOf(tx, by.firmId, wish.clientId)
  await requireInReach(tx, by, client.id)
  const firm = await firmOf(tx, by.firmId)
  const further = await tx
    .select()
    .from(additionalEmails)
    .where(eq(additionalEmails.clientId, client.id))
    .orderBy(asc(additionalEmails.id))
  const dead = await deadAmong(tx, by.firmId, [client.email, ...further.map((row) => row.email)])
  const { id, name, phones, address, email, salutation, locale, timeZone, safeContact } = client
  return {
    ...{ clientId: id, name, phones, address, email, salutation, locale, timeZone, safeContact },
    taxId: client.taxId && writtenTaxId(client.taxId),
    dead: dead.has(email),
    spoken: locale ?? firm.locale,
    zone: timeZone ?? firm.timeZone,
    firm: { locale: firm.locale, timeZone: firm.timeZone },
    left: client.leftAt !== null,
    additional: await withMatters(tx, by, further, dead),
    ...(await mattersOf(tx, by, id)),
  }
}

async function deadAmong(tx: Query, firmId: string, emails: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ email: deadAddresses.email })
    .from(deadAddresses)
    .where(and(eq(deadAddresses.firmId, firmId), inArray(deadAddresses.email, emails)))
  return new Set(rows.map((row) => row.email))
}

async function withMatters(
  tx: Query,
  by: MemberActor | SystemActor,
  rows: (typeof additionalEmails.$inferSelect)[],
  dead: Set<string>,
): Promise<AdditionalEmail[]> {
  const ids = rows.flatMap((row) => row.matterIds ?? [])
  const named = ids.length
    ? await tx
        .select()
        .from(matters)
        .where(and(inArray(matters.id, ids), inSightOf(by)))
    : []
  return rows.map(({ id, email, name, role, matterIds }) => {
    const seen = named.filter((matter) => matterIds?.includes(matter.id)).map(matterInNote)
    return {
      ...{ id, email, name, role, dead: dead.has(email) },
      matters: matterIds && {
        seen: seen.map((matter) => ({ id: matter.id, title: matter.title })),
        unseen: matterIds.length - seen.length,
      },
    }
  })
}

async function mattersOf(
  tx: Query,
  by: MemberActor | SystemActor,
  clientId: string,
): Promise<Pick<ClientProfile, 'matters' | 'matterCount'>> {
  const theirs = and(eq(involvements.clientId, clientId), inSightOf(by))
  const found = await tx
    .select({ matter: matters, side: involvements.side })
    .from(involvements)
    .innerJoin(matters, eq(matters.id, involvements.matterId))
    .where(theirs)
    .orderBy(sql`${matters.closedAt} is not null`, desc(matters.createdAt), desc(matters.id))
    .limit(mostMatters)
  const [all] = await tx
    .select({ number: count().as('number') })
    .from(involvements)
    .innerJoin(matters, eq(matters.id, involvements.matterId))
    .where(theirs)
  return {
    matters: found.map(({ matter, side }) => ({ ...matterInNote(matter), side })),
    matterCount: Number(all?.number ?? 0),
  }
}
