import { redirect } from '@remix-run/node'
import type { Entered } from '#core/access/begin-session.ts'
import type { Office } from '#core/office.ts'
import { sessionCookie } from '../session-cookie.ts'

/** Leads somebody who has entered to their page, with the cookie that lets this browser in from now on. */
export function letIn(office: Office, { sessionToken, expiresAt }: Entered, page = '/matters') {
  const cookie = sessionCookie(office.config.web.baseUrl, sessionToken, expiresAt)
  return redirect(page, { status: 303, headers: { 'Set-Cookie': cookie } })
}
