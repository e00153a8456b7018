import type { Category } from '#core/access/access.ts'
import { clientSession, type ClientSession } from '#core/access/session/client-session.ts'
import { enterByLink } from '#core/access/links/enter-by-link.ts'
import type { Office } from '#core/office.ts'
import { invited } from './invited.ts'
import type { LawFirm } from './law-firm.ts'

export type Visit = { accessId: string; token: string; sessionToken: string; session: ClientSession }

type Wish = { email: string; can?: Category[]; privateMatters?: boolean; teamMatters?: boolean }

/** The client gets an access, is invited, and enters the portal by the link. */
export async function enterPortal(
  office: Office,
  firm: LawFirm,
  clientId: string,
  wish: Wish,
): Promise<Visit> {
  const { accessId, token } = await invited(office, { by: firm.system, clientId, kind: 'link', ...wish })
  const { sessionToken } = await enterByLink(office, { token, from: '192.0.2.1' })
  const session = await clientSession(office, sessionToken)
  if (!session) throw new Error('the session did not begin')
  return { accessId, token, sessionToken, session }
}

/** A file as a browser sends it. */
export function upload(name: string, content = '%PDF-1.4 contents') {
  async function* bytes() {
    yield Buffer.from(content)
  }
  return { name, type: 'application/pdf', bytes: bytes() }
}
