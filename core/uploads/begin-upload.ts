import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Query } from '#db/database.ts'
import { uploads } from '#db/schema/uploads.ts'
import { write } from '#db/write.ts'
import { FileEmpty, FileTooLarge, TooManyFiles } from '../errors.ts'
import { attachmentName } from '../files/attachment-name.ts'
import { newId } from '../ids.ts'
import type { Office } from '../office.ts'
import { askedItem, type Uploader } from '../replies/handing-in/asked-item.ts'
import { sizeOf } from './upload-for.ts'

export type BeginUpload = {
  by: Uploader
  itemId: string
  name: string
  type: string
  /** Bytes of the whole file. */
  size: number
}

/** Of one sender within a day, announced and never handed in. */
const mostUnfinished = 60
/** The bytes of these together, as a multiple of what may be handed in at once. */
const mostUnfinishedSizes = 4

/**
 * A file for an item is announced, and its pieces are taken from now on for a day; nothing is handed in yet.
 * Throws NotFound, ItemClosed, LookingOnly, FileEmpty, FileTooLarge, TooManyFiles.
 */
export async function beginUpload(office: Office, wish: BeginUpload): Promise<{ uploadId: string }> {
  const most = office.config.maxMessageBytes
  const type = wish.type.slice(0, 200)
  const name = attachmentName(wish.name, type, [])
  if (!(wish.size > 0)) throw new FileEmpty(name)
  if (!Number.isSafeInteger(wish.size) || wish.size > most) throw new FileTooLarge(name, most)
  const id = newId(office.clock())
  await write(office.db, async (tx) => {
    const { sender, clientId, request } = await askedItem(office, tx, wish.by, wish.itemId)
    const unfinished = await unfinishedOf(office, tx, sender)
    const enough = unfinished.length >= mostUnfinished
    if (enough || sizeOf(unfinished) + wish.size > mostUnfinishedSizes * most)
      throw new TooManyFiles(mostUnfinished)
    const { firmId } = request
    const about = { name, type: plainType(type), size: wish.size, createdAt: office.clock() }
    await tx.insert(uploads).values({ id, firmId, clientId, itemId: wish.itemId, sender, ...about })
  })
  return { uploadId: id }
}

async function unfinishedOf(office: Office, tx: Query, sender: string): Promise<{ size: number }[]> {
  const since = new Date(office.clock().getTime() - 24 * 3_600_000)
  return tx
    .select({ size: uploads.size })
    .from(uploads)
    .where(and(eq(uploads.sender, sender), gt(uploads.createdAt, since), isNull(uploads.usedAt)))
}

// What a sender says of the type only counts where the content says nothing; it is stored as a database can take it.
function plainType(type: string): string {
  return /^[\w.+-]+\/[\w.+-]+/.exec(type)?.[0] ?? 'application/octet-stream'
}
