import { createHmac } from 'node:crypto'
import { keyFor } from '../../keys.ts'
import type { Matter } from '../../matters/matter-for.ts'
import { ProofNeeded } from '../../errors.ts'
import type { Office } from '../../office.ts'
import type { ClientSession } from '../session/client-session.ts'

/** A proof holds so long in the browser that gave it. */
const hours = 12

/**
 * Files of a sensitive matter open to somebody who came by a mere link only after a code that was sent to the access's
 * e-mail: a link that was forwarded, or found on a lost phone, does not open them. Throws ProofNeeded.
 */
export function requireProof(
  office: Office,
  session: Pick<ClientSession, 'accessKind' | 'provenAt'>,
  matter: Pick<Matter, 'sensitiveAt'>,
): void {
  if (session.accessKind !== 'link' || !matter.sensitiveAt) return
  const since = session.provenAt?.getTime() ?? 0
  if (office.clock().getTime() - since > hours * 3_600_000) throw new ProofNeeded()
}

/** The six digits of a code: worked out from its id, and stored nowhere. */
export function digitsOf(office: Office, codeId: string): string {
  const bytes = createHmac('sha256', keyFor(office.config.secretKey, 'step-up')).update(codeId).digest()
  return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}
