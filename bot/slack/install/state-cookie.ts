import type { IncomingMessage } from 'node:http'

const name = 'slack_install'

/** The header that binds a state to the browser that began; without one it is taken away again. */
export function stateCookie(baseUrl: string, state: string | null): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  const age = state === null ? 0 : 600
  return `${name}=${state ?? ''}; HttpOnly; SameSite=Lax; Path=/slack; Max-Age=${age}${secure}`
}

/** The state this browser began with; null where it began nothing. */
export function stateOf(request: IncomingMessage): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((one) => one.trim())
  return cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) || null
}
