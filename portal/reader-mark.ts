import { sha256 } from '#core/keys.ts'
import type { PortalContext } from './load-context.ts'

/** In this header every page says to whom it is answered; `portal/worker` keeps pages by it. */
export const readerHeader = 'Portal-Reader'

/**
 * A mark that is another for every session and tells nothing of it; `nobody` where nobody has entered, and for a member who
 * only looks: such pages are not kept. Null when it could not be found out.
 */
export async function readerMark({ session }: Pick<PortalContext, 'session'>): Promise<string | null> {
  try {
    const reader = await session()
    return reader && !reader.borrowedBy ? sha256(`reader ${reader.sessionId}`).slice(0, 16) : 'nobody'
  } catch {
    return null
  }
}
