import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { additionalEmails, clients } from '#db/schema/clients.ts'
import { requests } from '#db/schema/communication.ts'
import { outbox } from '#db/schema/delivery.ts'
import { matters } from '#db/schema/matters.ts'
import { clientsWriting, isDead } from '../clients/recipients.ts'
import { nextSafeTime } from '../clients/safe-hours.ts'
import { firmOf } from '../firms/firm.ts'
import { confirmToken } from '../news/confirm-link.ts'
import { hearingFile } from '../news/hearing-file.ts'
import type { MailNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import { remindersToken } from '../reminders/reminders-token.ts'
import { uploadToken } from '../requests/upload-pass.ts'
import { dayOf } from '../words/format.ts'
import { isAboutAccess, type Letter } from './letter.ts'
import { cancelled, contentFor, type NotNow } from './letter-content.ts'
import type { OutboxRow } from './note-refused.ts'

type Matter = typeof matters.$inferSelect
type Client = typeof clients.$inferSelect

/**
 * The letter an outbox row stands for, from what is true at this moment; or why it is not to be sent: what it tells of was
 * deleted, the matter hidden, the address or the access removed since it was announced.
 */
export async function letterFor(office: Office, row: OutboxRow): Promise<Letter | NotNow> {
  const tx = office.db.read
  // Only `announce` writes this column.
  const notice = row.notice as MailNotice
  const firm = await firmOf(tx, row.firmId)
  const [client] = await tx
    .select()
    .from(clients)
    .where(eq(clients.id, row.clientId ?? ''))
  if (!client || client.leftAt) return cancelled('client left')
  const [matter] = row.matterId ? await tx.select().from(matters).where(eq(matters.id, row.matterId)) : []
  const timeZone = client.timeZone ?? firm.timeZone
  const stop =
    (await whyNot(office, tx, row, notice, matter, client)) ?? unsafeNow(office, notice, client, timeZone)
  if (stop) return stop
  const content = await contentFor(office, tx, row, notice, timeZone)
  if (content.kind === 'cancelled' || content.kind === 'held') return content
  const further = await furtherAt(tx, row, client)
  const discreet = client.safeContact !== null || (await isSensitive(tx, notice, matter))
  const readBy = {
    locale: row.locale,
    firmName: firm.name,
    discreet,
    email: row.recipient,
    onlyIfOther: notice.kind !== 'newsPublished',
  }
  return {
    outboxId: row.id,
    messageId: row.messageId ?? `<${row.id}@despacho.invalid>`,
    locale: row.locale,
    timeZone,
    today: dayOf(office.clock(), timeZone),
    firm: { name: firm.name, supportContact: firm.supportContact, accent: firm.accent },
    to: { email: row.recipient, name: further?.name ?? client.name },
    client: { name: client.name, salutation: client.salutation },
    reference: matter ? (matter.alias ?? matter.reference) : null,
    thread: await threadOf(tx, row),
    replyAddressId: row.replyAddressId,
    uploadUrl:
      asksFor(notice) && matter && row.replyAddressId
        ? url(office, 'upload', uploadToken(office, row.replyAddressId))
        : null,
    remindersUrl: isAboutReminders(notice)
      ? url(office, 'reminders', remindersToken(office, client.id, further?.id ?? null))
      : null,
    remindersStopped: (client.remindersStoppedAt ?? further?.remindersStoppedAt ?? null) !== null,
    confirmUrl:
      (content.kind === 'newsPublished' || content.kind === 'documentsRequested') &&
      content.urgent &&
      row.replyAddressId
        ? url(office, 'confirm', confirmToken(office, row.replyAddressId))
        : null,
    calendar: tellsOfNews(notice) ? await hearingFile(office, tx, row.subjectId ?? '', readBy) : null,
    discreet,
    ...content,
  }
}

function tellsOfNews({ kind }: MailNotice): boolean {
  return kind === 'newsPublished' || kind === 'disregard' || kind === 'hearingOff'
}

function url(office: Office, page: string, token: string): string {
  return `${office.config.web.baseUrl}/${page}/${token}`
}

// A reminder speaks of several matters: one that is sensitive makes all of it discreet.
async function isSensitive(tx: Query, notice: MailNotice, matter: Matter | undefined): Promise<boolean> {
  if (matter?.sensitiveAt) return true
  if (notice.kind !== 'reminder') return false
  const [one] = await tx
    .select({ id: matters.id })
    .from(requests)
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .where(and(inArray(requests.id, notice.requestIds), isNotNull(matters.sensitiveAt)))
    .limit(1)
  return one !== undefined
}

async function whyNot(
  office: Office,
  tx: Query,
  row: OutboxRow,
  notice: MailNotice,
  matter: Matter | undefined,
  client: Client,
): Promise<NotNow | null> {
  if (isAboutAccess(notice)) return null
  if (await isDead(tx, row.firmId, row.recipient)) return cancelled('address refused mail')
  if (matter?.hiddenAt) {
    // What was handed in will be receipted once the client may see the matter again.
    if (notice.kind === 'receipt')
      return { kind: 'held', until: new Date(office.clock().getTime() + 15 * 60_000) }
    return cancelled('matter hidden')
  }
  if (matter && !(await clientsWriting(tx, matter.id, row.recipient)).includes(client.id))
    return cancelled('address removed')
  return null
}

// A code or a way in is sent to somebody who asks for it at this very moment, and so is there to read it.
function unsafeNow(office: Office, notice: MailNotice, client: Client, timeZone: string): NotNow | null {
  if (!client.safeContact || notice.kind === 'stepUpCode' || notice.kind === 'accessAgain') return null
  const now = office.clock()
  const until = nextSafeTime(now, client.safeContact, timeZone)
  return until > now ? { kind: 'held', until } : null
}

// An accountant is not addressed as the client they work for, if the profile says who they are.
async function furtherAt(tx: Query, row: OutboxRow, client: Client) {
  if (row.recipient === client.email) return undefined
  const [further] = await tx
    .select()
    .from(additionalEmails)
    .where(and(eq(additionalEmails.clientId, client.id), eq(additionalEmails.email, row.recipient)))
  return further
}

function asksFor(notice: MailNotice): boolean {
  const asksNothing = ['newsPublished', 'requestCancelled', 'disregard'].includes(notice.kind)
  return !asksNothing && notice.kind !== 'remindersStopped' && !isAboutAccess(notice)
}

function isAboutReminders({ kind }: MailNotice): boolean {
  return kind === 'reminder' || kind === 'remindersStopped'
}

async function threadOf(tx: Query, row: OutboxRow): Promise<Letter['thread']> {
  if (!row.threadKey) return null
  const sent = await tx
    .select({ messageId: outbox.messageId, subject: outbox.mailSubject, inReplyTo: outbox.inReplyTo })
    .from(outbox)
    .where(and(eq(outbox.threadKey, row.threadKey), isNotNull(outbox.acceptedAt)))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
  const [first] = sent
  if (!first?.subject || !first.messageId) return null
  const theirs = row.inReplyTo
  const ours = sent.flatMap((mail) => mail.messageId ?? [])
  // RFC 5322: the parent comes last. A long thread keeps its first mail and its last ones.
  const references = [...new Set([first.messageId, ...ours.slice(-8), ...(theirs ? [theirs] : [])])]
  return { subject: first.subject, inReplyTo: theirs ?? ours.at(-1) ?? first.messageId, references }
}
