import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { accesses, stepUpCodes } from '#db/schema/access.ts'
import { requestItems } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { answers, filePasswords, files, inboundMessages } from '#db/schema/replies.ts'
import { wayIn } from '../access/granting/invite.ts'
import { digitsOf } from '../access/step-up/step-up.ts'
import { clientsWriting } from '../clients/recipients.ts'
import type { MailNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import { isOverdue } from '../reminders/calendar/past-day.ts'
import { remindedAt } from '../reminders/reminded.ts'
import { answerGiven } from '../replies/messages/answer-given.ts'
import { countsOf, isLive, isWanted, type Item, type Request } from '../requests/request.ts'
import type { LetterContent, RejectionReason, RequestInLetter } from './letter.ts'
import type { OutboxRow } from './note-refused.ts'
import { audienceOf, itemsIn, newsAt, requestAt } from './read-for-letters.ts'
import type { Outcome } from './settle-delivery.ts'

/** The letter is not to be sent, or not yet. */
export type NotNow = Extract<Outcome, { kind: 'cancelled' | 'held' }>

/** It is not to be sent any more; `because` is kept with the row. */
export function cancelled(because: string): NotNow {
  return { kind: 'cancelled', because }
}

/** What a letter says, from what is true at this moment; or that there is nothing left to say. */
export async function contentFor(
  office: Office,
  tx: Query,
  row: OutboxRow,
  notice: Exclude<MailNotice, { kind: 'digest' }>,
  timeZone: string,
): Promise<LetterContent | NotNow> {
  switch (notice.kind) {
    case 'newsPublished': {
      const [[piece], isMeant] = await Promise.all([
        newsAt(tx, notice.newsId),
        isFor(tx, notice.newsId, row.clientId),
      ])
      if (!piece || piece.deletedAt) return cancelled('deleted')
      if (!isMeant) return cancelled('not for this client')
      const { body, hearing } = piece
      return { kind: notice.kind, body, hearing, edited: notice.edited, urgent: piece.urgentAt !== null }
    }
    case 'documentsRequested': {
      const found = await requestIn(office, tx, notice.requestId, row.clientId, timeZone)
      if (!found || !isLive(found.row)) return cancelled('request over')
      return {
        kind: notice.kind,
        request: found.request,
        edited: notice.edited,
        urgent: found.row.urgentAt !== null,
      }
    }
    case 'requestCancelled': {
      const found = await requestIn(office, tx, notice.requestId, row.clientId, timeZone)
      return found ? { kind: notice.kind, request: found.request } : cancelled('deleted')
    }
    case 'messageAnswered': {
      const said = await answerGiven(tx, notice.answerId, row.recipient)
      return said ? { kind: notice.kind, ...said } : cancelled('taken back')
    }
    case 'mailWaiting': {
      const [mail] = await tx.select().from(inboundMessages).where(eq(inboundMessages.id, notice.inboundId))
      const tooLarge = mail?.state === 'unreadable' && mail.quarantineReason === 'too_large'
      const waits = mail?.state === 'quarantined' || tooLarge
      return waits ? { kind: notice.kind, tooLarge } : cancelled('decided')
    }
    case 'disregard':
      return { kind: notice.kind }
    case 'hearingOff':
      return hearingIsOff(tx, row, notice.newsId)
    case 'answerRejected':
      return rejectionFor(office, tx, row, notice, timeZone)
    case 'receipt':
      return receiptContent(office, tx, row, notice, timeZone)
    case 'reminder':
      return reminderContent(office, tx, row, notice, timeZone)
    case 'remindersStopped': {
      const whose = await remindedAt(tx, row.clientId ?? '', { additionalId: notice.additionalId })
      if (!whose?.stopped) return cancelled('not stopped any more')
      return { kind: notice.kind, here: whose.additional !== null }
    }
    case 'accessInvite':
    case 'accessAgain': {
      const access = await accessAt(tx, row, notice)
      if (!access) return cancelled('access removed')
      const { kind: mechanism, passwordLinkUntil } = access
      const expiresAt = mechanism === 'account' ? passwordLinkUntil : null
      if (mechanism === 'account' && !(expiresAt && expiresAt > office.clock()))
        return cancelled('link used or past its time')
      return { kind: notice.kind, access: mechanism, url: wayIn(office, access), expiresAt }
    }
    case 'passwordSet':
      if (!(await accessAt(tx, row, notice))) return cancelled('access removed')
      return { kind: notice.kind, changed: notice.changed }
    case 'stepUpCode': {
      const [code] = await tx.select().from(stepUpCodes).where(eq(stepUpCodes.id, notice.codeId))
      if (!code || code.expiresAt <= office.clock()) return cancelled('code past its time')
      return { kind: notice.kind, digits: digitsOf(office, code.id), expiresAt: code.expiresAt }
    }
  }
}

async function hearingIsOff(tx: Query, row: OutboxRow, newsId: string): Promise<LetterContent | NotNow> {
  const [piece] = await newsAt(tx, newsId)
  const isOff = piece?.deletedAt && (await isFor(tx, newsId, row.clientId))
  return isOff ? { kind: 'hearingOff' } : cancelled('not for this client')
}

/** The access it tells of, while that has the address it goes to. */
async function accessAt(tx: Query, { recipient }: OutboxRow, { accessId }: { accessId: string }) {
  const [access] = await tx
    .select()
    .from(accesses)
    .where(and(eq(accesses.id, accessId), eq(accesses.livingEmail, recipient), isNull(accesses.removedAt)))
  return access
}

async function isFor(tx: Query, subjectId: string, clientId: string | null): Promise<boolean> {
  const told = await audienceOf(tx, subjectId)
  return told.some((one) => one.clientId === clientId)
}

async function requestIn(
  office: Office,
  tx: Query,
  requestId: string,
  clientId: string | null,
  timeZone: string,
) {
  const [[row], isMeant, living] = await Promise.all([
    requestAt(tx, requestId),
    isFor(tx, requestId, clientId),
    itemsIn(tx, requestId),
  ])
  if (!row || row.deletedAt || !isMeant) return null
  const items = living.map((item) => asAsked(row, item))
  const reasons = await reasonsOf(
    tx,
    items.filter((item) => item.status === 'rejected').map((item) => item.id),
    clientId,
  )
  const request: RequestInLetter = {
    title: row.title,
    details: row.details,
    dueOn: row.dueOn,
    overdue: isLive(row) && row.dueOn !== null && isOverdue(row.dueOn, office.clock(), timeZone),
    items: items.map(({ id, title, kind, issuedWithinDays, status }) => ({
      title,
      kind,
      issuedWithinDays,
      status,
      reason: reasons.get(id) ?? null,
    })),
    counts: countsOf(items),
  }
  return { row, request, itemIds: items.map((item) => item.id) }
}

// Of a cancelled request nothing is wanted any more, whatever its items say.
function asAsked(request: Request, item: Item): Item {
  return request.status === 'cancelled' && isWanted(item) ? { ...item, status: 'waived' } : item
}

async function reasonsOf(tx: Query, itemIds: string[], clientId: string | null) {
  const reasons = new Map<string, RejectionReason>()
  if (itemIds.length === 0) return reasons
  const rows = await tx
    .select()
    .from(answers)
    .where(
      and(
        inArray(answers.itemId, itemIds),
        eq(answers.clientId, clientId ?? ''),
        eq(answers.verdict, 'rejected'),
      ),
    )
    .orderBy(asc(answers.verdictAt))
  for (const { itemId, reasonCode, reasonNote } of rows) {
    if (reasonCode) reasons.set(itemId, { code: reasonCode, note: reasonNote })
  }
  return reasons
}

async function rejectionFor(
  office: Office,
  tx: Query,
  row: OutboxRow,
  notice: Extract<MailNotice, { kind: 'answerRejected' }>,
  timeZone: string,
): Promise<LetterContent | NotNow> {
  const found = await requestIn(office, tx, notice.requestId, row.clientId, timeZone)
  const [answer] = await tx.select().from(answers).where(eq(answers.id, notice.answerId))
  const itemIndex = found?.itemIds.indexOf(notice.itemId) ?? -1
  const item = found?.request.items[itemIndex]
  if (!found || !item || !answer?.reasonCode) return cancelled('deleted')
  if (!isLive(found.row) || item.status !== 'rejected') return cancelled('not wanted any more')
  const reason = { code: answer.reasonCode, note: answer.reasonNote }
  return { kind: notice.kind, request: found.request, item: item.title, itemIndex, reason }
}

async function receiptContent(
  office: Office,
  tx: Query,
  row: OutboxRow,
  notice: Extract<MailNotice, { kind: 'receipt' }>,
  timeZone: string,
): Promise<LetterContent | NotNow> {
  const found = await requestIn(office, tx, row.subjectId ?? '', row.clientId, timeZone)
  if (!found) return cancelled('deleted')
  const all = await tx
    .select({
      file: files,
      item: requestItems.title,
      acceptedAt: inboundMessages.decidedAt,
      unlockedAt: filePasswords.givenAt,
    })
    .from(files)
    .leftJoin(filePasswords, eq(filePasswords.fileId, files.id))
    .leftJoin(inboundMessages, eq(inboundMessages.id, files.inboundId))
    .leftJoin(answers, eq(answers.id, files.answerId))
    .leftJoin(requestItems, eq(requestItems.id, answers.itemId))
    .where(and(eq(files.arrivalId, notice.arrivalId), isNull(files.purgedAt)))
    .orderBy(asc(files.id))
  // What waited in quarantine came when it was accepted.
  const came = all.filter(({ file, acceptedAt }) => isWithin(notice, acceptedAt ?? file.createdAt))
  const arrived = new Map<string, string[]>()
  for (const { file, item } of came) if (item) arrived.set(item, [...(arrived.get(item) ?? []), file.name])
  for (const title of await answeredInWords(tx, notice.arrivalId))
    if (!arrived.has(title)) arrived.set(title, [])
  const rest = came
    .filter(({ item }) => item === null)
    .map(({ file, unlockedAt }) => (unlockedAt ? { ...file, flag: null } : file))
  return {
    kind: 'receipt',
    request: found.request,
    arrived: [...arrived].map(([title, names]) => ({ title, files: names })),
    unsure: rest.filter((file) => file.flag === null).map((file) => file.name),
    notUsable: rest.flatMap(({ name, flag }) => {
      // Of an archive that was opened there is nothing to say: what it held is listed.
      if (flag === null || flag === 'archive') return []
      return [{ name: flag === 'link' ? name.replace(/\.txt$/, '') : name, flag }]
    }),
  }
}

function isWithin({ after, until }: { after: string | null; until: string | null }, at: Date): boolean {
  return (after === null || at > new Date(after)) && (until === null || at <= new Date(until))
}

async function answeredInWords(tx: Query, arrivalId: string): Promise<string[]> {
  const rows = await tx
    .select({ title: requestItems.title })
    .from(answers)
    .innerJoin(requestItems, eq(requestItems.id, answers.itemId))
    .where(and(eq(answers.arrivalId, arrivalId), isNotNull(answers.text)))
    .orderBy(asc(requestItems.position))
  return rows.map((row) => row.title)
}

async function reminderContent(
  office: Office,
  tx: Query,
  row: OutboxRow,
  notice: Extract<MailNotice, { kind: 'reminder' }>,
  timeZone: string,
): Promise<LetterContent | NotNow> {
  const wanted = []
  for (const requestId of notice.requestIds) {
    const found = await requestIn(office, tx, requestId, row.clientId, timeZone)
    if (!found || !isLive(found.row) || !found.row.announcedAt || !found.request.items.some(isWanted))
      continue
    const [matter] = await tx.select().from(matters).where(eq(matters.id, found.row.matterId))
    if (!matter || matter.hiddenAt || matter.closedAt) continue
    if (!(await clientsWriting(tx, matter.id, row.recipient)).includes(row.clientId ?? '')) continue
    wanted.push({ ...found.request, reference: matter.alias ?? matter.reference })
  }
  return wanted.length > 0 ? { kind: 'reminder', requests: wanted } : cancelled('nothing wanted any more')
}
