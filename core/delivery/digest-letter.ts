import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { deadAddresses } from '#db/schema/clients.ts'
import { chatMessages } from '#db/schema/delivery.ts'
import { firms, memberIdentities, members } from '#db/schema/firms.ts'
import { responsibles } from '#db/schema/matters.ts'
import { among } from '#db/statement.ts'
import { pendingWork } from '../matters/pending.ts'
import type { MemberActor } from '../members/actor.ts'
import type { MailNotice } from '../notices.ts'
import type { Office } from '../office.ts'
import { dayOf } from '../words/format.ts'
import type { PendingWork } from './chat-note.ts'
import type { DigestGroup, Letter, LetterFrame } from './letter.ts'
import { cancelled, type NotNow } from './letter-content.ts'
import type { OutboxRow } from './note-refused.ts'

/** The digest by e-mail, of what waits for the member at this moment; or why it is not to be sent. */
export async function digestLetter(
  office: Office,
  row: OutboxRow,
  { day }: Extract<MailNotice, { kind: 'digest' }>,
): Promise<Letter | NotNow> {
  const tx = office.db.read
  const [found] = await tx
    .select({ member: members, firm: firms })
    .from(members)
    .innerJoin(firms, eq(firms.id, members.firmId))
    .where(and(eq(members.id, row.memberId ?? ''), isNull(members.leftAt)))
  if (!found || found.member.email !== row.recipient) return cancelled('member left, or has another address')
  const { member, firm } = found
  if (member.digestOffAt || firm.digestBy === 'chat') return cancelled('digest not wanted by mail')
  const dead = and(eq(deadAddresses.firmId, firm.id), eq(deadAddresses.email, row.recipient))
  if ((await tx.$count(deadAddresses, dead)) > 0) return cancelled('address refused mail')
  const { id: memberId, name, role } = member
  const by: MemberActor = {
    ...{ kind: 'member', firmId: firm.id, memberId, name, role },
    locale: row.locale,
    timeZone: firm.timeZone,
  }
  const pending = await pendingWork(office, { by })
  const groups = await byResponsible(tx, pending, memberId)
  const { length: quarantined } = pending.quarantined
  const { length: failed } = pending.failed
  if (groups.length === 0 && quarantined + failed === 0) return cancelled('nothing pending any more')
  const frame: LetterFrame = {
    outboxId: row.id,
    messageId: row.messageId ?? `<${row.id}@despacho.invalid>`,
    locale: row.locale,
    timeZone: firm.timeZone,
    today: dayOf(office.clock(), firm.timeZone),
    firm: { name: firm.name, supportContact: firm.supportContact, accent: firm.accent },
    to: { email: row.recipient, name },
    client: { name, salutation: null },
    ...{ reference: null, thread: null, replyAddressId: null, uploadUrl: null, confirmUrl: null },
    ...{ calendar: null, remindersUrl: null, remindersStopped: false, discreet: false, neutral: false },
  }
  return { ...frame, kind: 'digest', day, groups, quarantined, failed, chatUrl: await chatUrl(tx, memberId) }
}

/** What waits, by who answers for it: the reader's own first, then the others by name. */
async function byResponsible(tx: Query, pending: PendingWork, memberId: string): Promise<DigestGroup[]> {
  const { toReview, overdue, dueSoon, waiting } = pending
  const ids = [...toReview, ...overdue, ...dueSoon, ...waiting].map(({ matter }) => matter.id)
  const answering = await tx
    .select({ matterId: responsibles.matterId, memberId: members.id, name: members.name })
    .from(responsibles)
    .innerJoin(members, eq(members.id, responsibles.memberId))
    .where(among(responsibles.matterId, [...new Set(ids)]))
    .orderBy(members.name, members.id)
  const groups = new Map<string, DigestGroup>()
  const groupOf = (matterId: string): DigestGroup => {
    const theirs = answering.filter((one) => one.matterId === matterId)
    const whose = theirs.find((one) => one.memberId === memberId) ?? theirs[0]
    const key = whose?.memberId ?? ''
    const known = groups.get(key)
    if (known) return known
    const made = {
      member: whose?.name ?? null,
      isReader: key === memberId,
      ...{ toReview: [], overdue: [], dueSoon: [], waiting: [] },
    }
    groups.set(key, made)
    return made
  }
  for (const one of toReview) groupOf(one.matter.id).toReview.push(one)
  for (const one of overdue) groupOf(one.matter.id).overdue.push(one)
  for (const one of dueSoon) groupOf(one.matter.id).dueSoon.push(one)
  for (const one of waiting) groupOf(one.matter.id).waiting.push(one)
  const last = '\uffff'
  return [...groups.values()].sort(
    (a, b) => Number(b.isReader) - Number(a.isReader) || (a.member ?? last).localeCompare(b.member ?? last),
  )
}

/** Where the member finds it in Slack: their conversation with the app, else the workspace; null for who is not there. */
async function chatUrl(tx: Query, memberId: string): Promise<string | null> {
  const [identity] = await tx
    .select()
    .from(memberIdentities)
    .where(and(eq(memberIdentities.memberId, memberId), eq(memberIdentities.platform, 'slack')))
    .limit(1)
  if (!identity) return null
  const [stands] = await tx
    .select({ conversation: chatMessages.conversation })
    .from(chatMessages)
    .where(and(eq(chatMessages.memberId, memberId), eq(chatMessages.tenant, identity.tenant)))
    .orderBy(desc(chatMessages.at))
    .limit(1)
  const place = [identity.tenant, stands?.conversation]
    .filter(Boolean)
    .map((id) => encodeURIComponent(id ?? ''))
  return `https://app.slack.com/client/${place.join('/')}`
}
