import { and, asc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { files } from '#db/schema/replies.ts'
import { write } from '#db/write.ts'
import type { Office } from '../office.ts'
import { findInfected } from './find-infected.ts'
import { liftHold } from './lift-hold.ts'
import { scanStored } from './scan-stored.ts'

/** What is beyond the scanner's limits is tried again after so many hours: somebody may have raised them. */
const hoursBetween = 6

const mostAtOnce = 200

/**
 * What was held because no scanner looked at it is scanned again: cleared, it can be opened as if nothing had been; infected,
 * it answers nothing any more. Stops at the first one without an answer, and at the signal. Returns how many of each.
 */
export async function scanHeld(
  office: Office,
  signal?: AbortSignal,
): Promise<{ cleared: number; infected: number }> {
  const done = { cleared: 0, infected: 0 }
  if (!office.config.clamd) return done
  for (const { id, storedAs } of await waiting(office)) {
    if (signal?.aborted) break
    const facts = await scanStored(office, storedAs).catch((error: unknown) => {
      office.log.error({ err: error, fileId: id }, 'a held file could not be read')
      return null
    })
    if (facts === null || facts.heldBecause === 'down') {
      // Not the first again: something in it may be what the scanner does not survive.
      await write(office.db, (tx) =>
        tx.update(files).set({ scannedAt: office.clock() }).where(eq(files.id, id)),
      )
      if (facts === null) continue
      break
    }
    await write(office.db, async (tx) => {
      // Somebody may have released or purged it meanwhile, or another process have found the same in it.
      const [file] = await tx
        .update(files)
        .set(facts)
        .where(and(eq(files.id, id), inArray(files.heldBecause, ['down', 'limits']), isNull(files.purgedAt)))
        .returning()
      if (!file || facts.heldBecause === 'limits') return
      const by = { kind: 'system' as const, firmId: file.firmId }
      if (facts.heldBecause === 'infected') await findInfected(office, tx, file)
      else await liftHold(office, tx, { file, by, kind: 'fileScanned' })
      done[facts.heldBecause === 'infected' ? 'infected' : 'cleared'] += 1
    })
  }
  office.wake('outbox')
  return done
}

function waiting(office: Office) {
  const since = new Date(office.clock().getTime() - hoursBetween * 3_600_000)
  const beyond = and(eq(files.heldBecause, 'limits'), lt(files.scannedAt, since))
  return office.db.read
    .select({ id: files.id, storedAs: files.storedAs })
    .from(files)
    .where(and(or(eq(files.heldBecause, 'down'), beyond), isNull(files.purgedAt)))
    .orderBy(asc(files.scannedAt), asc(files.id))
    .limit(mostAtOnce)
}
