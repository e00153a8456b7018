import { and, asc, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { clients } from '#db/schema/clients.ts'
import { requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { renditions } from '#db/schema/renditions.ts'
import { answers, arrivals, filePasswords, files, inboundMessages } from '#db/schema/replies.ts'
import { fileUrl } from '../files/file-pass.ts'
import { matterInNote } from '../matters/who-is-told.ts'
import type { MemberActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { itemsOf } from '../requests/items-of.ts'
import { countsOf, isSettled, type Item } from '../requests/request.ts'
import type { ChatNoteContent, FileInNote } from './chat-note.ts'
import { goneFiles } from './gone-files.ts'
import { fileInNote, memberName, shortened } from './in-note.ts'
import { originalsInNote } from './originals-in-note.ts'

type Answer = typeof answers.$inferSelect
type FileRow = typeof files.$inferSelect
type ArrivalContent = Extract<ChatNoteContent, { kind: 'answersArrived' }>

/** An arrival as a member reviews it, or all that waits in a request; null when there is nothing. */
export async function arrivalContent(
  office: Office,
  tx: Query,
  by: MemberActor,
  which: { arrivalId: string } | { requestId: string },
): Promise<ArrivalContent | null> {
  const told = await arrivalsOf(tx, which)
  const newest = told.at(-1)
  if (!newest) return null
  const ids = told.map((arrival) => arrival.id)
  const [about] = await tx
    .select({ request: requests, matter: matters, client: clients.name })
    .from(requests)
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .innerJoin(clients, eq(clients.id, newest.clientId))
    .where(eq(requests.id, newest.requestId))
  if (!about) return null
  const items = await itemsOf(tx, about.request.id)
  const kept = await tx
    .select()
    .from(files)
    .where(and(inArray(files.arrivalId, ids), isNull(files.purgedAt)))
    .orderBy(asc(files.id))
  const unlocked = await unlockedAmong(tx, kept)
  const inNote = (file: FileRow) => asUnlocked(fileInNote(office, by, file), unlocked)
  const waits = (file: FileRow) => file.settledAt === null && (file.flag === null || unlocked.has(file.id))
  const loose = kept.filter((file) => file.answerId === null)
  return {
    kind: 'answersArrived',
    matter: matterInNote(about.matter),
    client: about.client,
    from: newest.fromAddress,
    via: newest.via,
    request: {
      id: about.request.id,
      title: about.request.title,
      dueOn: about.request.dueOn,
      counts: countsOf(items),
      isOver: about.request.status === 'cancelled' || about.request.deletedAt !== null,
    },
    items: await itemsIn(office, tx, by, items, ids),
    unsure: loose.filter(waits).map((file) => ({ ...inNote(file), suggestion: suggestionFor(file, items) })),
    openItems: items.filter((item) => !isSettled(item)).map(({ id, title }) => ({ id, title })),
    setAside: loose.filter((file) => !waits(file)).map(inNote),
    gone: await goneFiles(tx, ids),
    wrote: await wroteIn(tx, kept),
    originals: await originalsInNote(office, tx, by, { arrivalIds: ids, matterId: about.matter.id }),
  }
}

async function arrivalsOf(tx: Query, which: { arrivalId: string } | { requestId: string }) {
  const condition =
    'arrivalId' in which ? eq(arrivals.id, which.arrivalId) : eq(arrivals.requestId, which.requestId)
  return tx.select().from(arrivals).where(condition).orderBy(asc(arrivals.lastAt))
}

function suggestionFor(file: FileRow, items: Item[]) {
  const item = items.find((one) => one.id === file.suggestedItemId)
  return item ? { itemId: item.id, title: item.title } : null
}

async function itemsIn(
  office: Office,
  tx: Query,
  by: MemberActor,
  items: Item[],
  arrivalIds: string[],
): Promise<ArrivalContent['items']> {
  // An answer that went on in a later story is told in both, with all its files.
  const begun = tx.select({ id: files.answerId }).from(files).where(inArray(files.arrivalId, arrivalIds))
  const given = await tx
    .select()
    .from(answers)
    .where(
      and(
        or(inArray(answers.arrivalId, arrivalIds), inArray(answers.id, begun)),
        isNull(answers.withdrawnAt),
      ),
    )
    .orderBy(desc(answers.createdAt), desc(answers.id))
  const told = []
  for (const item of items) {
    const answer = given.find((one) => one.itemId === item.id)
    if (!answer) continue
    told.push({
      id: item.id,
      title: item.title,
      kind: item.kind,
      issuedWithinDays: item.issuedWithinDays,
      status: statusIn(item, answer),
      reason: answer.reasonCode ? { code: answer.reasonCode, note: answer.reasonNote } : null,
      answerId: answer.id,
      files: await filesIn(office, tx, by, answer.id),
      joined: await joinedIn(office, tx, by, answer.id),
      text: answer.text,
      onBehalf: answer.onBehalfVia && {
        by: (await memberName(tx, answer.onBehalfBy)) ?? '',
        road: answer.onBehalfVia,
      },
      decidedBy: await memberName(tx, answer.verdictBy ?? (isSettled(item) ? item.statusBy : null)),
    })
  }
  return told
}

// A message of an earlier story goes on saying what became of its own answer, whatever came after it.
function statusIn(item: Item, answer: Answer): Item['status'] {
  if (answer.verdict) return answer.verdict
  return isSettled(item) ? item.status : 'received'
}

async function filesIn(office: Office, tx: Query, by: MemberActor, answerId: string): Promise<FileInNote[]> {
  const rows = await tx
    .select()
    .from(files)
    .where(and(eq(files.answerId, answerId), isNull(files.purgedAt)))
    .orderBy(asc(files.id))
  const unlocked = await unlockedAmong(tx, rows)
  return rows.map((file) => asUnlocked(fileInNote(office, by, file), unlocked))
}

/** Which of the files have a password that their client gave. */
async function unlockedAmong(tx: Query, rows: FileRow[]): Promise<Set<string>> {
  const ids = rows.flatMap((file) => (file.flag === 'encrypted' ? [file.id] : []))
  if (ids.length === 0) return new Set()
  const given = await tx
    .select({ id: filePasswords.fileId })
    .from(filePasswords)
    .where(inArray(filePasswords.fileId, ids))
  return new Set(given.map((row) => row.id))
}

function asUnlocked(file: FileInNote, unlocked: Set<string>): FileInNote {
  return unlocked.has(file.id) ? { ...file, flag: 'unlocked' } : file
}

async function joinedIn(office: Office, tx: Query, by: MemberActor, answerId: string) {
  const [made] = await tx
    .select()
    .from(renditions)
    .where(and(eq(renditions.answerId, answerId), gt(renditions.size, 0)))
  if (!made) return null
  const photos = made.madeOf?.split(' ').length ?? 0
  return { url: fileUrl(office, made.id, by.memberId), photos, size: made.size }
}

/** What was written in the mails that brought the files, in their order. */
async function wroteIn(tx: Query, kept: FileRow[]): Promise<string | null> {
  const inboundIds = [...new Set(kept.flatMap((file) => file.inboundId ?? []))]
  if (inboundIds.length === 0) return null
  const mails = await tx
    .select({ text: inboundMessages.writtenText })
    .from(inboundMessages)
    .where(inArray(inboundMessages.id, inboundIds))
    .orderBy(asc(inboundMessages.receivedAt), asc(inboundMessages.id))
  // A signature or a greeting comes with each of them.
  const said = new Set(mails.map(({ text }) => text?.trim() ?? ''))
  return shortened([...said].filter(Boolean).join('\n\n'))
}
