import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Query, Tx } from '#db/database.ts'
import { requestItems } from '#db/schema/communication.ts'
import { renditions } from '#db/schema/renditions.ts'
import { answers, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { requestToTell } from './request-to-tell.ts'
import { isPhoto } from './kinds.ts'
import { withSpoolFolder } from './spool-folder.ts'
import { inWorkshop, NotDone } from './workshop.ts'

type Answer = typeof answers.$inferSelect

/** Of more than that nobody made one document. */
const mostPhotos = 60

/**
 * An answer whose photos changed has them as one PDF; the photos stay as they came. One with a single photo has none, and what
 * cannot be joined stays as single photos. True when there may be more, which is left for the next round.
 */
export async function joinAnswers(office: Office, signal?: AbortSignal): Promise<boolean> {
  const due = await office.db.read
    .select()
    .from(answers)
    .where(isNotNull(answers.joinDueAt))
    .orderBy(asc(answers.joinDueAt))
    .limit(1)
  for (const answer of due) await joinOne(office, answer, signal)
  return due.length > 0
}

async function joinOne(office: Office, answer: Answer, signal?: AbortSignal): Promise<void> {
  const photos = await photosOf(office.db.read, answer)
  const madeOf = keyOf(photos)
  const [before] = await office.db.read.select().from(renditions).where(eq(renditions.answerId, answer.id))
  const isWanted = photos.length > 1 && photos.length <= mostPhotos
  const made = isWanted && before?.madeOf !== madeOf ? await joined(office, answer, photos, signal) : null
  const settled = await write(office.db, async (tx) => {
    // Whatever came or went meanwhile brings the next round.
    if (keyOf(await photosOf(tx, answer)) !== madeOf) return false
    await tx.update(answers).set({ joinDueAt: null }).where(eq(answers.id, answer.id))
    if (made) await keep(office, tx, answer, { ...made, madeOf })
    if (!isWanted && before) await tx.delete(renditions).where(eq(renditions.id, before.id))
    return true
  })
  if (!settled && made) await office.files.remove(made.storedAs)
  const isReplaced = before && before.storedAs !== '' && (made !== null || !isWanted)
  if (settled && isReplaced && before.storedAs !== made?.storedAs) await office.files.remove(before.storedAs)
  if (settled) office.wake('outbox')
}

// In the order in which they came, which the workshop makes one of pages.
function photosOf(tx: Query, { id, withdrawnAt }: Answer) {
  return tx
    .select()
    .from(files)
    .where(and(eq(files.answerId, id), isNull(files.purgedAt), isNull(files.heldBecause), isNull(files.flag)))
    .orderBy(asc(files.createdAt), asc(files.id))
    .then((rows) => (withdrawnAt ? [] : rows.filter((file) => isPhoto(file.type))))
}

function keyOf(photos: { id: string }[]): string {
  return photos.map((photo) => photo.id).join(' ')
}

type Made = { size: number; storedAs: string; failed: string | null }

async function joined(
  office: Office,
  answer: Answer,
  photos: (typeof files.$inferSelect)[],
  signal?: AbortSignal,
): Promise<Made> {
  const [item] = await office.db.read
    .select({ title: requestItems.title })
    .from(requestItems)
    .where(eq(requestItems.id, answer.itemId))
  const sources = photos.map(({ id, name, storedAs, createdAt }) => ({
    id,
    name,
    path: office.files.pathOf(storedAs),
    at: createdAt.getTime(),
  }))
  return withSpoolFolder(office, async (folder) => {
    const to = join(folder, 'joined')
    try {
      await inWorkshop({ do: 'join', photos: sources, title: item?.title ?? '', to }, forMany, signal)
    } catch (error) {
      if (!(error instanceof NotDone)) throw error
      office.log.warn({ answerId: answer.id, said: error.message }, 'photos could not be joined')
      return { size: 0, storedAs: '', failed: error.message.slice(0, 300) }
    }
    const version = createHash('sha256').update(keyOf(photos)).digest('hex').slice(0, 16)
    const storedAs = `made/${answer.id.slice(-2)}/${answer.id}-${version}`
    const { size } = await office.files.put(storedAs, createReadStream(to))
    return { size, storedAs, failed: null }
  })
}

const forMany = { seconds: 180, milliseconds: 600_000 }

async function keep(office: Office, tx: Tx, answer: Answer, made: Made & { madeOf: string }): Promise<void> {
  const { id: answerId, firmId } = answer
  const now = office.clock()
  await tx
    .insert(renditions)
    .values({
      id: newId(now),
      firmId,
      answerId,
      kind: 'joined',
      type: 'application/pdf',
      ...made,
      createdAt: now,
    })
    // Its id stays, and with it the link that members have in chat.
    .onConflictDoUpdate({ target: [renditions.answerId, renditions.kind], set: { ...made, createdAt: now } })
  if (made.failed) return
  await announce(office, tx, {
    kind: 'photosJoined',
    by: { kind: 'system', firmId },
    matterId: answer.matterId,
    clientId: answer.clientId,
    subjectId: answer.itemId,
    facts: { answerId, photos: made.madeOf.split(' ').length },
    tell: await requestToTell(office, tx, answer),
  })
}
