import { eq } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { audiences } from '#db/schema/communication.ts'
import { given, statement } from '#db/statement.ts'
import { recipientsOf, type ToldClient } from '../clients/recipients.ts'
import { MatterClosed, MatterHidden, NobodyToTell } from '../errors.ts'
import type { Actor } from '../members/actor.ts'
import type { MailNotice, MailTelling, PushNotice, PushTelling } from '../notices.ts'
import type { Office } from '../office.ts'
import type { Matter } from './matter-for.ts'
import { showAgain } from './show-matter.ts'

/** What a hidden matter does with something new: be shown, or keep the entry without telling anybody. */
export type IfHidden = 'show' | 'keep'

/** The clients of our side a publication is for: all, or those picked. Throws NobodyToTell. */
export async function audienceFor(tx: Query, matter: Matter, picked?: string[]): Promise<ToldClient[]> {
  const ours = await recipientsOf(tx, matter.id)
  const audience = picked ? ours.filter((client) => picked.includes(client.clientId)) : ours
  if (audience.length === 0) throw new NobodyToTell()
  return audience
}

/**
 * Whether something new in the matter is told at all. Shows a hidden matter when that is wished.
 * Throws MatterClosed, and MatterHidden when the wish says nothing about a hidden one.
 */
export async function toBeTold(
  office: Office,
  tx: Tx,
  by: Actor,
  matter: Matter,
  ifHidden: IfHidden | undefined,
): Promise<boolean> {
  if (matter.closedAt) throw new MatterClosed()
  if (!matter.hiddenAt) return true
  if (ifHidden === undefined) throw new MatterHidden()
  if (ifHidden === 'show') await showAgain(office, tx, by, matter.id)
  return ifHidden === 'show'
}

/** Keeps for whom a piece of news or a request is. */
export async function saveAudience(
  tx: Tx,
  firmId: string,
  subject: { kind: 'news' | 'request'; id: string },
  audience: ToldClient[],
): Promise<void> {
  const rows = audience.map(({ clientId }) => ({
    firmId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    clientId,
  }))
  await tx.insert(audiences).values(rows).onConflictDoNothing()
}

/** The audience of a subject as its addresses stand now; those who are no clients of our side any more are left out. */
export async function audienceOf(tx: Query, matterId: string, subjectId: string): Promise<ToldClient[]> {
  const [ids, ours] = await Promise.all([audienceIds(tx, subjectId), recipientsOf(tx, matterId)])
  return ours.filter((client) => ids.has(client.clientId))
}

/** The clients a subject was told to, whatever became of them since. */
export async function audienceIds(tx: Query, subjectId: string): Promise<Set<string>> {
  const rows = await toldOf(tx, { subjectId })
  return new Set(rows.map((row) => row.clientId))
}

const toldOf = statement((tx) =>
  tx
    .select({ clientId: audiences.clientId })
    .from(audiences)
    .where(eq(audiences.subjectId, given('subjectId'))),
)

/** One mail for every address of every client, each with a reply address of its own; clients who share a mailbox get one there. */
export function mailsTo(
  audience: ToldClient[],
  matterId: string,
  subject: { kind: 'news' | 'request'; id: string },
  notice: MailNotice,
): MailTelling[] {
  const told = new Set<string>()
  return audience.flatMap((client) => {
    const emails = client.emails.filter((email) => !told.has(email))
    for (const email of emails) told.add(email)
    return emails.map((email) => ({
      channel: 'mail' as const,
      notice,
      to: { email, clientId: client.clientId, locale: client.locale },
      matterId,
      subjectId: subject.id,
      replyTo: { kind: subject.kind, subjectId: subject.id },
      thread: subject.id,
    }))
  })
}

/** The same on every phone that may be told: who has no address left may still have one. */
export function pushTo(
  audience: Pick<ToldClient, 'clientId'>[],
  matterId: string,
  subjectId: string,
  notice: PushNotice,
): PushTelling[] {
  if (audience.length === 0) return []
  return [{ channel: 'push', notice, clientIds: audience.map((one) => one.clientId), matterId, subjectId }]
}
