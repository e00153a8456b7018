import { eq } from 'drizzle-orm'
import { attempts } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { TooManyAttempts } from '../errors.ts'
import { sha256 } from '../keys.ts'
import type { Office } from '../office.ts'

/** So many tries within so many minutes, counted from the first. */
export type Allowance = { most: number; minutes: number }

/**
 * The try is counted, whatever becomes of what it is for; past what is allowed it throws TooManyAttempts and counts no
 * further. `what` and `who` are kept as a digest only.
 */
export async function countAttempt(
  office: Office,
  what: string,
  who: string,
  { most, minutes }: Allowance,
): Promise<void> {
  const key = sha256(`${what}\n${who}`)
  const now = office.clock()
  const until = new Date(now.getTime() + minutes * 60_000)
  const left = await write(office.db, async (tx) => {
    const [kept] = await tx.select().from(attempts).where(eq(attempts.key, key))
    if (!kept || kept.until <= now) {
      const fresh = { count: 1, until }
      await tx
        .insert(attempts)
        .values({ key, ...fresh })
        .onConflictDoUpdate({ target: attempts.key, set: fresh })
      return null
    }
    if (kept.count >= most) return kept.until
    await tx
      .update(attempts)
      .set({ count: kept.count + 1 })
      .where(eq(attempts.key, key))
    return null
  })
  if (left) throw new TooManyAttempts(Math.max(1, Math.ceil((left.getTime() - now.getTime()) / 60_000)))
}

/** What was tried by somebody counts no more, since they have proven to be who they said. */
export async function forgetAttempts(office: Office, what: string, who: string): Promise<void> {
  await write(office.db, (tx) => tx.delete(attempts).where(eq(attempts.key, sha256(`${what}\n${who}`))))
}
