import { redirect } from '@remix-run/node'
import { leave } from '#core/access/session/leave.ts'
import { noSessionCookie } from '../../session-cookie.ts'
import { door } from '../door.ts'

/** Following a link to here ends nothing. */
export const loader = door(async () => {
  throw redirect('/')
})

/** Ends this browser's session, here and in the database; nothing that was kept to be read without a network stays. */
export const action = door(async ({ office, sessionToken }) => {
  if (sessionToken) await leave(office, sessionToken)
  const cookie = noSessionCookie(office.config.web.baseUrl)
  const headers = { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache", "storage"' }
  return redirect('/?left', { status: 303, headers })
})

export default function Logout() {
  return null
}
