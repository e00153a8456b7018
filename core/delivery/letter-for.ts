import type { Query } from '#db/database.ts'
import type { additionalEmails, clients } from '#db/schema/clients.ts'
import type { matters } from '#db/schema/matters.ts'
import { isForMatter } from '../clients/recipients.ts'
import { firmShown } from '../firms/firm-shown.ts'
import { nextSafeTime } from '../clients/safe-hours.ts'
import { confirmToken } from '../news/confirm-link.ts'
import { hearingFile } from '../news/hearing-file.ts'
import type { MailNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import { remindersToken } from '../reminders/reminders-token.ts'
import { uploadToken } from '../requests/upload-pass.ts'
import { dayOf } from '../words/format.ts'
import { digestLetter } from './digest-letter.ts'
import { isSensitive } from './is-sensitive.ts'
import { isAboutAccess, type Letter } from './letter.ts'
import { cancelled, contentFor, type NotNow } from './letter-content.ts'
import type { OutboxRow } from './note-refused.ts'
import { clientAndFirm, deadAt, furtherOf, matterAt, ourSideOf } from './read-for-letters.ts'
import { threadOf } from './thread-of.ts'

type Matter = typeof matters.$inferSelect
type Client = typeof clients.$inferSelect
type Further = typeof additionalEmails.$inferSelect

/**
 * The letter an outbox row stands for, from what is true at this moment; or why it is not to be sent: what it tells of was
 * deleted, the matter hidden, the address or the access removed since it was announced.
 */
export async function letterFor(office: Office, row: OutboxRow): Promise<Letter | NotNow> {
  const tx = office.db.read
  // Only `announce` writes this column.
  const notice = row.notice as MailNotice
  if (notice.kind === 'digest') return digestLetter(office, row, notice)
  const [[found], [matter], addresses, thread] = await Promise.all([
    clientAndFirm(tx, row.clientId ?? ''),
    row.matterId ? matterAt(tx, row.matterId) : [],
    furtherOf(tx, row.clientId ?? ''),
    threadOf(tx, row),
  ])
  if (!found || found.client.leftAt) return cancelled('client left')
  const { client, firm } = found
  // An accountant is not addressed as the client they work for, if the profile says who they are.
  const further = addresses.find(({ email }) => email === row.recipient && email !== client.email)
  const timeZone = client.timeZone ?? firm.timeZone
  const about = { row, notice, matter, client, further }
  const stop = (await whyNot(office, tx, about)) ?? unsafeNow(office, notice, client, timeZone)
  if (stop) return stop
  const content = await contentFor(office, tx, row, notice, timeZone)
  if (content.kind === 'cancelled' || content.kind === 'held') return content
  const neutral = client.safeContact !== null
  const discreet = neutral || (await isSensitive(tx, row, notice, matter))
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
    firm: firmShown(firm),
    to: { email: row.recipient, name: further?.name ?? client.name },
    client: { name: client.name, salutation: client.salutation },
    reference: matter ? (matter.alias ?? matter.reference) : null,
    thread,
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
    neutral,
    ...content,
  }
}

function tellsOfNews({ kind }: MailNotice): boolean {
  return kind === 'newsPublished' || kind === 'disregard' || kind === 'hearingOff'
}

function url(office: Office, page: string, token: string): string {
  return `${office.config.web.baseUrl}/${page}/${token}`
}

type About = {
  row: OutboxRow
  notice: MailNotice
  matter: Matter | undefined
  client: Client
  further: Further | undefined
}

async function whyNot(office: Office, tx: Query, about: About): Promise<NotNow | null> {
  const { row, notice, matter } = about
  if (isAboutAccess(notice)) return null
  const [dead, isTold] = await Promise.all([deadAt(tx, row.recipient), isStillTold(tx, about)])
  if (dead.some(({ firmId }) => firmId === row.firmId)) return cancelled('address refused mail')
  if (matter?.hiddenAt) {
    // What was handed in will be receipted once the client may see the matter again.
    if (notice.kind === 'receipt')
      return { kind: 'held', until: new Date(office.clock().getTime() + 15 * 60_000) }
    return cancelled('matter hidden')
  }
  return isTold ? null : cancelled('address removed')
}

// What `clientsWriting` says, of one client and from what is known of them already.
async function isStillTold(tx: Query, { row, matter, client, further }: About): Promise<boolean> {
  if (!matter) return true
  const ours = await ourSideOf(tx, matter.id)
  if (!ours.some(({ clientId }) => clientId === client.id)) return false
  if (row.recipient === client.email) return true
  return !client.safeContact && further !== undefined && isForMatter(further, matter.id)
}

// A code or a way in is sent to somebody who asks for it at this very moment, and so is there to read it.
function unsafeNow(office: Office, notice: MailNotice, client: Client, timeZone: string): NotNow | null {
  if (!client.safeContact || notice.kind === 'stepUpCode' || notice.kind === 'accessAgain') return null
  const now = office.clock()
  const until = nextSafeTime(now, client.safeContact, timeZone)
  return until > now ? { kind: 'held', until } : null
}

function asksFor(notice: MailNotice): boolean {
  const asksNothing = ['newsPublished', 'requestCancelled', 'disregard', 'messageAnswered'].includes(
    notice.kind,
  )
  if (notice.kind === 'mailWaiting' && notice.asksNothing) return false
  return !asksNothing && notice.kind !== 'remindersStopped' && !isAboutAccess(notice)
}

function isAboutReminders({ kind }: MailNotice): boolean {
  return kind === 'reminder' || kind === 'remindersStopped'
}
