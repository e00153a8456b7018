import { entries } from '#db/schema/access.ts'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import { announce } from '../announce.ts'
import type { EntryKind } from '../access/access.ts'
import { NotAValue } from '../errors.ts'
import { optionalText, requireText } from '../field.ts'
import { becameOf, firstTime, keepBecame } from '../first-time.ts'
import { storeFile } from '../files/store-file.ts'
import { newId } from '../ids.ts'
import { matterFor } from '../matters/matter-for.ts'
import type { MemberActor, SystemActor } from '../members/actor.ts'
import type { Office } from '../office.ts'
import { refuseInfected } from '../virus/refuse-infected.ts'

export type AddEntry = {
  by: MemberActor | SystemActor
  matterId: string
  kind: EntryKind
  title: string
  body?: string
  file?: { name: string; type: string; bytes: AsyncIterable<Uint8Array> }
  /** When it happened; now, unless said. */
  at?: Date
  interaction?: string
}

/** The entry stands in the matter's history for every access that may see its category; nobody is mailed. Throws FileInfected. */
export async function addEntry(office: Office, wish: AddEntry): Promise<{ entryId: string }> {
  const now = office.clock()
  const title = requireText('title', wish.title, 300)
  const body = optionalText('body', wish.body ?? '', 20_000) || null
  if (wish.at && Number.isNaN(wish.at.getTime())) throw new NotAValue('at', 'Invalid Date')
  // Looked at first, so that no stranger to the matter fills the store; looked at again below.
  await matterFor(office.db.read, wish.by, wish.matterId)
  const stored = wish.file ? await storeFile(office, wish.file) : null
  if (stored) await refuseInfected(office, [stored])
  return write(office.db, async (tx) => {
    const matter = await matterFor(tx, wish.by, wish.matterId)
    const entryId = newId(now)
    const { interaction } = wish
    if (!(await firstTime(office, tx, matter.firmId, interaction)))
      return { entryId: (await becameOf(tx, matter.firmId, interaction)) ?? entryId }
    await keepBecame(tx, matter.firmId, interaction, entryId)
    if (stored)
      await tx.insert(files).values({ ...stored, firmId: matter.firmId, matterId: matter.id, createdAt: now })
    await tx.insert(entries).values({
      id: entryId,
      firmId: matter.firmId,
      matterId: matter.id,
      kind: wish.kind,
      title,
      body,
      at: wish.at ?? now,
      fileId: stored?.id ?? null,
      authorId: wish.by.kind === 'member' ? wish.by.memberId : null,
      releasedAt: now,
      createdAt: now,
    })
    await announce(office, tx, {
      kind: 'entryAdded',
      by: wish.by,
      matterId: matter.id,
      subjectId: entryId,
      facts: { kind: wish.kind },
    })
    return { entryId }
  })
}
