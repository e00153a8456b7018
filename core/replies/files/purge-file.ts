import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { files, inboundMessages } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../../announce.ts'
import { requireText } from '../../field.ts'
import { firstTime } from '../../first-time.ts'
import type { MemberActor } from '../../members/actor.ts'
import { memberActing } from '../../members/member-acting.ts'
import type { Office } from '../../office.ts'
import { forgetMade } from '../../documents/forget-made.ts'
import { forgetPasswords } from '../passwords/forget-passwords.ts'
import { fileInHand } from './file-in-hand.ts'
import { leavePlace } from './leave-place.ts'
import { removeUnshared } from './take-out.ts'
import { tellOfMail } from './tell-of-mail.ts'

export type PurgeFile = { by: MemberActor; fileId: string; reason: string; interaction?: string }

/**
 * A file that should never have come is gone at once, content and all, and with it the mail as it came; who did it, when
 * and why stays. An item of which nothing is left is wanted again. Throws NotFound, TextMissing, TextTooLong.
 */
export async function purgeFile(office: Office, wish: PurgeFile): Promise<void> {
  const purgedBecause = requireText('why', wish.reason, 300)
  const gone = await write(office.db, async (tx) => {
    if (!(await firstTime(office, tx, wish.by.firmId, wish.interaction))) return null
    const by = await memberActing(tx, wish.by)
    const held = await fileInHand(tx, by, wish.fileId)
    const { file } = held
    const now = office.clock()
    await tx
      .update(files)
      .set({ purgedAt: now, purgedBy: by.memberId, purgedBecause })
      .where(eq(files.id, file.id))
    // What it was packed in holds the very bytes as well.
    const [archive] = await tx
      .update(files)
      .set({ purgedAt: now, purgedBy: by.memberId, purgedBecause })
      .where(and(eq(files.id, file.insideOf ?? ''), isNull(files.purgedAt)))
      .returning({ id: files.id, storedAs: files.storedAs })
    await forgetPasswords(tx, [file.id, ...(archive ? [archive.id] : [])])
    const raw = file.inboundId ? await purgeRaw(tx, file.inboundId) : null
    const made = await forgetMade(tx, { fileIds: [file.id], answerId: file.answerId })
    const left = await leavePlace(office, tx, held)
    await announce(office, tx, {
      kind: 'filePurged',
      by,
      matterId: held.matterId,
      clientId: held.clientId,
      subjectId: held.storyId,
      facts: { fileId: file.id, name: file.name, reason: purgedBecause },
      tell: [...left, ...(held.request ? [] : await tellOfMail(tx, held))],
    })
    return { stored: [file.storedAs, ...(archive ? [archive.storedAs] : [])], raw, made }
  })
  if (!gone) return
  for (const storedAs of gone.stored) await removeUnshared(office, storedAs)
  for (const key of gone.made) await office.files.remove(key)
  if (gone.raw) await office.files.remove(gone.raw)
  office.wake('outbox')
}

// The mail as it came holds the very bytes; what was to be read of it has been read.
async function purgeRaw(tx: Tx, inboundId: string): Promise<string | null> {
  const [mail] = await tx
    .update(inboundMessages)
    .set({ rawSize: 0 })
    .where(and(eq(inboundMessages.id, inboundId), inArray(inboundMessages.state, ['answered', 'filed'])))
    .returning({ rawKey: inboundMessages.rawKey })
  return mail?.rawKey ?? null
}
