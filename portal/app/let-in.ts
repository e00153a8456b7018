import { redirect } from '@remix-run/node'
import type { Entered } from '#core/access/session/begin-session.ts'
import { leave } from '#core/access/session/leave.ts'
import { sessionCookie } from '../session-cookie.ts'
import type { Visit } from './door.ts'

/**
 * Leads somebody who has entered to their page, with the cookie that lets this browser in from now on; a session it held
 * before is over.
 */
export async function letIn({ office, sessionToken: before }: Visit, entered: Entered, page = '/matters') {
  if (before) await leave(office, before)
  const cookie = sessionCookie(office.config.web.baseUrl, entered.sessionToken, entered.expiresAt)
  return redirect(page, { status: 303, headers: { 'Set-Cookie': cookie } })
}
