import { and, eq, gt, inArray, isNull, lt, notInArray } from 'drizzle-orm'
import { attempts, previews, pushSubscriptions, sessions, stepUpCodes } from '#db/schema/access.ts'
import { drafts } from '#db/schema/communication.ts'
import { interactions } from '#db/schema/delivery.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { renditions } from '#db/schema/renditions.ts'
import { behalfLinks, uploadParts } from '#db/schema/uploads.ts'
import { write } from '#db/write.ts'
import { indexClients } from './clients/index-clients.ts'
import { forgetMade } from './documents/forget-made.ts'
import { turnAbsences } from './members/turn-absences.ts'
import type { Office } from './office.ts'
import { forgetPasswords } from './replies/passwords/forget-passwords.ts'
import { forgetUploads } from './uploads/forget-uploads.ts'

const hour = 3_600_000
const day = 24 * hour

/**
 * What nobody needs any more is gone: ended sessions, forgotten drafts, keys of interactions past any retry, uploads of
 * more than a day ago, and stored bytes whose row was never written (a sender who broke off). Clients of an
 * earlier version are made findable, and absences begin and end on their days. Safe to run at any time, and again. Returns what was removed.
 */
export async function tidy(
  office: Office,
): Promise<{ sessions: number; drafts: number; interactions: number; uploads: number; files: number }> {
  const now = office.clock().getTime()
  const rows = await write(office.db, async (tx) => ({
    sessions: await tx
      .delete(sessions)
      .where(lt(sessions.expiresAt, new Date(now)))
      .returning({ id: sessions.id }),
    drafts: await tx
      .delete(drafts)
      .where(lt(drafts.createdAt, new Date(now - 2 * day)))
      .returning({ id: drafts.id }),
    interactions: await tx
      .delete(interactions)
      .where(lt(interactions.at, new Date(now - 7 * day)))
      .returning({ key: interactions.key }),
  }))
  await forgetTries(office)
  await silenceGonePhones(office)
  await indexClients(office)
  await turnAbsences(office)
  await forgetWithoutEffect(office, new Date(now - 30 * day))
  const forgotten = await forgetUploads(office, new Date(now - day))
  const removed = await removeOrphans(office, new Date(now - day))
  return {
    sessions: rows.sessions.length,
    drafts: rows.drafts.length,
    interactions: rows.interactions.length,
    uploads: forgotten,
    files: removed,
  }
}

/** Looks through a client's eyes that are over, members' links to hand in, codes past their time, and counts that begin anew. */
async function forgetTries(office: Office): Promise<void> {
  const now = office.clock()
  await write(office.db, async (tx) => {
    await tx.delete(previews).where(lt(previews.expiresAt, now))
    await tx.delete(behalfLinks).where(lt(behalfLinks.expiresAt, now))
    await tx.delete(stepUpCodes).where(lt(stepUpCodes.expiresAt, now))
    await tx.delete(attempts).where(lt(attempts.until, now))
  })
}

/** A phone is told things for as long as somebody has entered there. */
async function silenceGonePhones(office: Office): Promise<void> {
  await write(office.db, (tx) =>
    tx
      .delete(pushSubscriptions)
      .where(notInArray(pushSubscriptions.sessionId, tx.select({ id: sessions.id }).from(sessions))),
  )
}

// Their rows stay and say what came; the raw mail and its attachments do not.
async function forgetWithoutEffect(office: Office, before: Date): Promise<void> {
  const past = await office.db.read
    .select({ id: inboundMessages.id, rawKey: inboundMessages.rawKey })
    .from(inboundMessages)
    .where(
      and(
        inArray(inboundMessages.state, ['discarded', 'duplicate']),
        lt(inboundMessages.stateAt, before),
        gt(inboundMessages.rawSize, 0),
      ),
    )
    .limit(500)
  for (const { id, rawKey } of past) {
    const kept = await office.db.read
      .select({ id: files.id, key: files.storedAs })
      .from(files)
      .where(eq(files.inboundId, id))
    const made = await write(office.db, (tx) => forgetMade(tx, { fileIds: kept.map((file) => file.id) }))
    for (const key of [rawKey, ...kept.map((file) => file.key), ...made]) await office.files.remove(key)
    await write(office.db, async (tx) => {
      await tx.update(files).set({ purgedAt: office.clock() }).where(eq(files.inboundId, id))
      await forgetPasswords(
        tx,
        kept.map((file) => file.id),
      )
      await tx.update(inboundMessages).set({ rawSize: 0 }).where(eq(inboundMessages.id, id))
    })
  }
}

async function removeOrphans(office: Office, before: Date): Promise<number> {
  let removed = 0
  for (const folder of ['files', 'made', 'inbound', 'spool', 'uploads']) {
    const old = (await office.files.list(folder)).filter((stored) => stored.writtenAt < before)
    for (let at = 0; at < old.length; at += 200) {
      const keys = old.slice(at, at + 200).map((stored) => stored.key)
      const known = await knownKeys(office, keys)
      for (const key of keys) {
        if (known.has(key)) continue
        await office.files.remove(key)
        removed += 1
      }
    }
  }
  return removed
}

async function knownKeys(office: Office, keys: string[]): Promise<Set<string>> {
  const tx = office.db.read
  const stored = await tx
    .select({ key: files.storedAs })
    .from(files)
    .where(and(inArray(files.storedAs, keys), isNull(files.purgedAt)))
  const raw = await tx
    .select({ key: inboundMessages.rawKey })
    .from(inboundMessages)
    .where(inArray(inboundMessages.rawKey, keys))
  const pieces = await tx
    .select({ key: uploadParts.storedAs })
    .from(uploadParts)
    .where(inArray(uploadParts.storedAs, keys))
  const made = await tx
    .select({ key: renditions.storedAs })
    .from(renditions)
    .where(inArray(renditions.storedAs, keys))
  return new Set([...stored, ...raw, ...pieces, ...made].map((row) => row.key))
}
