import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Readable } from 'node:stream'
import type { Query } from '#db/database.ts'
import { entries } from '#db/schema/access.ts'
import { renditions } from '#db/schema/renditions.ts'
import { answers, filePasswords, files } from '#db/schema/replies.ts'
import { requestItems, requests } from '#db/schema/communication.ts'
import { matters } from '#db/schema/matters.ts'
import type { ClientSession } from '../../access/session/client-session.ts'
import { accessStands } from '../../access/access-stands.ts'
import { matterInSight } from '../../access/sight.ts'
import { requireProof } from '../../access/step-up/step-up.ts'
import { FileHeld, NotFound } from '../../errors.ts'
import { attachmentName } from '../../files/attachment-name.ts'
import { matterFor } from '../../matters/matter-for.ts'
import { meantFor } from '../../matters/meant-for.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberWithPass } from '../../members/member-with-pass.ts'
import type { Office } from '../../office.ts'
import { uploadPass } from '../../requests/upload-pass.ts'

/** A file its reader may have; nothing of it is opened before `read` is called, and each call opens it anew. */
export type OpenedFile = {
  id: string
  name: string
  type: string
  size: number
  /** Its client gave the password it needs; told to members alone. */
  hasPassword?: boolean
  read: () => Readable
}

type FileRow = Pick<
  typeof files.$inferSelect,
  'id' | 'matterId' | 'answerId' | 'name' | 'type' | 'size' | 'storedAs' | 'heldBecause' | 'flag'
>

/**
 * A file the session's client may read: their own answers, and documents of matters in sight whose category is switched on.
 * Throws NotFound for every other, ProofNeeded, and FileHeld for what no scanner has cleared.
 */
export async function openFile(office: Office, entered: ClientSession, fileId: string): Promise<OpenedFile> {
  const tx = office.db.read
  const session = await accessStands(office, tx, entered)
  const file = await fileOf(tx, session.firmId, fileId)
  if (!file.matterId) throw new NotFound()
  const matter = await matterInSight(tx, session, file.matterId)
  const mayRead =
    (await ownAnswer(tx, session, file)) ||
    (await shownDocument(tx, session, file)) ||
    (await askedToSign(tx, session.clientIds, file))
  if (!mayRead) throw new NotFound()
  requireProof(office, session, matter)
  return opened(office, file)
}

/** A file a member opens by the pass in a chat message, with the rights they have now. Throws NotFound, FileHeld. */
export async function openFileByPass(office: Office, fileId: string, pass: string): Promise<OpenedFile> {
  const tx = office.db.read
  const { file } = await fileByPass(office, tx, fileId, pass)
  return { ...opened(office, file), hasPassword: await hasPassword(tx, file) }
}

/** The file of a pass, and whose pass it is, while the member may see its matter. Throws NotFound. */
export async function fileByPass(
  office: Office,
  tx: Query,
  fileId: string,
  pass: string,
): Promise<{ by: MemberActor; file: FileRow }> {
  const by = await memberWithPass(office, tx, { opens: 'file-pass', id: fileId, pass })
  const file = await fileOf(tx, by.firmId, fileId)
  if (file.matterId) await matterFor(tx, by, file.matterId)
  else if (by.role !== 'admin') throw new NotFound()
  return { by, file }
}

/**
 * What is to be signed, for whoever holds the upload link of the request that asks for it; of a sensitive matter it is read
 * in the portal alone. Throws NotFound, FileHeld.
 */
export async function openFileToSign(office: Office, fileId: string, token: string): Promise<OpenedFile> {
  const tx = office.db.read
  const pass = await uploadPass(office, tx, token)
  if (!pass) throw new NotFound()
  const file = await fileOf(tx, pass.firmId, fileId)
  if (!(await askedToSign(tx, [pass.clientId], file, pass.requestId))) throw new NotFound()
  const [matter] = await tx
    .select({ sensitiveAt: matters.sensitiveAt })
    .from(matters)
    .where(eq(matters.id, file.matterId ?? ''))
  if (matter?.sensitiveAt) throw new NotFound()
  return opened(office, file)
}

// Only while it stands with an item of a request that is for one of them.
async function askedToSign(
  tx: Query,
  clientIds: string[],
  file: FileRow,
  requestId?: string,
): Promise<boolean> {
  const [item] = await tx
    .select({ id: requestItems.id })
    .from(requestItems)
    .innerJoin(requests, eq(requests.id, requestItems.requestId))
    .where(
      and(
        eq(requestItems.toSignId, file.id),
        isNull(requestItems.removedAt),
        requestId === undefined ? undefined : eq(requests.id, requestId),
        meantFor(tx, requests.id, clientIds),
        isNotNull(requests.announcedAt),
        isNull(requests.deletedAt),
      ),
    )
  return item !== undefined
}

async function hasPassword(tx: Query, file: FileRow): Promise<boolean> {
  if (file.flag !== 'encrypted') return false
  const [kept] = await tx
    .select({ givenAt: filePasswords.givenAt })
    .from(filePasswords)
    .where(eq(filePasswords.fileId, file.id))
  return kept !== undefined
}

async function fileOf(tx: Query, firmId: string, fileId: string): Promise<FileRow> {
  const [file] = await tx
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.firmId, firmId), isNull(files.purgedAt)))
  const found = file ?? (await joinedOf(tx, firmId, fileId))
  if (!found) throw new NotFound()
  return found
}

// What an answer's photos were joined into is the answer's, as they are.
async function joinedOf(tx: Query, firmId: string, id: string): Promise<FileRow | null> {
  const [found] = await tx
    .select({ joined: renditions, matterId: answers.matterId, title: requestItems.title })
    .from(renditions)
    .innerJoin(answers, eq(answers.id, renditions.answerId))
    .innerJoin(requestItems, eq(requestItems.id, answers.itemId))
    .where(and(eq(renditions.id, id), eq(renditions.firmId, firmId), gt(renditions.size, 0)))
  if (!found) return null
  const { type, size, storedAs, answerId } = found.joined
  const name = attachmentName(`${found.title}.pdf`, type, [])
  const facts = { matterId: found.matterId, answerId, heldBecause: null, flag: null }
  return { id, name, type, size, storedAs, ...facts }
}

// Only where the checklist it was handed in for is theirs to see.
async function ownAnswer(tx: Query, session: ClientSession, file: FileRow): Promise<boolean> {
  if (!file.answerId) return false
  const [answer] = await tx
    .select({ id: answers.id })
    .from(answers)
    .innerJoin(requests, eq(requests.id, answers.requestId))
    .innerJoin(requestItems, eq(requestItems.id, answers.itemId))
    .where(
      and(
        eq(answers.id, file.answerId),
        inArray(answers.clientId, session.clientIds),
        isNull(answers.withdrawnAt),
        meantFor(tx, requests.id, session.clientIds),
        isNotNull(requests.announcedAt),
        isNull(requests.deletedAt),
        isNull(requestItems.removedAt),
      ),
    )
  return answer !== undefined
}

async function shownDocument(tx: Query, session: ClientSession, file: FileRow): Promise<boolean> {
  if (session.entryKinds.length === 0) return false
  const [entry] = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(
      and(
        eq(entries.matterId, file.matterId ?? ''),
        eq(entries.fileId, file.id),
        inArray(entries.kind, session.entryKinds),
        isNull(entries.deletedAt),
        isNotNull(entries.releasedAt),
      ),
    )
  return entry !== undefined
}

// The one way to a file's bytes, for whoever may have them.
function opened(office: Office, file: FileRow): OpenedFile {
  if (file.heldBecause) throw new FileHeld(file.heldBecause)
  const { id, name, type, size } = file
  return { id, name, type, size, read: () => office.files.read(file.storedAs) }
}
