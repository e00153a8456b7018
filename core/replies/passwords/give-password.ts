import { and, eq } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import { answers, filePasswords, files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { countAttempt } from '../../access/attempts.ts'
import { announce } from '../../announce.ts'
import { MatterClosed, NotFound, PasswordDoesNotOpen, TextMissing, TextTooLong } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { audienceOf } from '../../matters/audience.ts'
import { chatsTo } from '../../members/chats-to.ts'
import type { Office } from '../../office.ts'
import { whoHandsIn, type Uploader } from '../handing-in/asked-item.ts'
import { tellOfArrival, whoIsTold } from '../refresh-arrivals.ts'
import { wantsPassword } from './locked-files.ts'
import { opensWith } from './opens-with.ts'
import { sealPassword, unsealPassword } from './sealed-password.ts'

export type GivePassword = { by: Uploader; fileId: string; password: string }

/** Whoever holds a link could else try one after the other. */
const perFile = { most: 20, minutes: 60 }
const mostCharacters = 200

/**
 * The password of a file the client sent is kept, encrypted, in place of one given before, and the responsible members are told
 * that there is one. Throws NotFound, LookingOnly, MatterClosed, TextMissing, TextTooLong, TooManyAttempts, and
 * PasswordDoesNotOpen where it can be told.
 */
export async function givePassword(office: Office, wish: GivePassword): Promise<{ requestId: string }> {
  const { by, fileId } = wish
  const { file, sender } = await lockedFile(office, office.db.read, by, fileId)
  const given = requirePassword(wish.password)
  await countAttempt(office, 'file password', `${sender}\n${fileId}`, perFile)
  const password = await whatOpens(office, file, given)
  const done = await write(office.db, async (tx) => {
    const { file, request, clientId, sender } = await lockedFile(office, tx, by, fileId)
    const sealed = sealPassword(office, { firmId: file.firmId, fileId }, password)
    const kept = { sealed, givenAt: office.clock(), givenBy: sender }
    await tx
      .insert(filePasswords)
      .values({ fileId, firmId: file.firmId, ...kept })
      .onConflictDoUpdate({ target: filePasswords.fileId, set: kept })
    const told = await whoIsTold(office, tx, request)
    await announce(office, tx, {
      kind: 'passwordGiven',
      by: { kind: 'client', firmId: file.firmId, clientId },
      matterId: request.matterId,
      clientId,
      subjectId: request.id,
      facts: { fileId, via: sender.split(':')[0] },
      tell: [
        ...chatsTo(told, {
          notice: { kind: 'passwordGiven', fileId },
          matterId: request.matterId,
          // Each is told anew: who has tried one that does not open waits for the next.
          subjectId: newId(office.clock()),
          thread: request.id,
        }),
        ...(file.arrivalId ? await tellOfArrival(office, tx, request, file.arrivalId) : []),
      ],
    })
    return { requestId: request.id }
  })
  office.wake('outbox')
  return done
}

function requirePassword(text: string): string {
  const given = text.replaceAll('\u0000', '')
  if (given.trim() === '') throw new TextMissing('password')
  if (given.length > mostCharacters) throw new TextTooLong('password', mostCharacters, given.length)
  return given
}

// As it was written, or without the space that copying brings along.
async function whatOpens(office: Office, file: typeof files.$inferSelect, given: string): Promise<string> {
  const trimmed = given.trim()
  const opens = await opensWith(office, file, trimmed)
  if (opens === true || (opens === null && !(await isOpenedAlready(office, file)))) return trimmed
  if (given !== trimmed && (await opensWith(office, file, given))) return given
  throw new PasswordDoesNotOpen()
}

// One that opens the file is not given up for another of which that cannot be told.
async function isOpenedAlready(office: Office, file: typeof files.$inferSelect): Promise<boolean> {
  const [kept] = await office.db.read.select().from(filePasswords).where(eq(filePasswords.fileId, file.id))
  if (!kept) return false
  const password = unsealPassword(office, { firmId: file.firmId, fileId: file.id }, kept.sealed)
  return (await opensWith(office, file, password)) === true
}

async function lockedFile(office: Office, tx: Query, by: Uploader, fileId: string) {
  const [found] = await tx
    .select({ file: files, request: requests, closedAt: matters.closedAt })
    .from(files)
    .innerJoin(requests, eq(requests.id, files.requestId))
    .innerJoin(matters, eq(matters.id, requests.matterId))
    .leftJoin(answers, eq(answers.id, files.answerId))
    .where(and(eq(files.id, fileId), eq(files.firmId, requests.firmId), wantsPassword()))
  if (!found) throw new NotFound()
  const { file, request, closedAt } = found
  const { clientIds, sender } = await whoHandsIn(office, tx, by, request)
  const audience = await audienceOf(tx, request.matterId, request.id)
  const clientId = clientIds.find((id) => id === file.clientId)
  if (clientId === undefined || !audience.some((client) => client.clientId === clientId)) throw new NotFound()
  if (closedAt) throw new MatterClosed()
  return { file, request, clientId, sender }
}
