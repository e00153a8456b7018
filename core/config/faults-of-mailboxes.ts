import type { Fault } from './config-invalid.ts'
import { faultOf, given, type Environment, type Key } from './parse-settings.ts'
import { settings } from './settings.ts'

const needed = ['IMAP_OAUTH_TOKEN_URL', 'IMAP_OAUTH_CLIENT_ID', 'IMAP_OAUTH_REFRESH_TOKEN'] as const
const oauth = [...needed, 'IMAP_OAUTH_CLIENT_SECRET', 'IMAP_OAUTH_SCOPE'] as const
const folders = ['IMAP_PROCESSED_FOLDER', 'IMAP_QUARANTINE_FOLDER'] as const

/** What is wrong between the settings of mailboxes: one without a password needs a token, and no folder is both read and moved to. */
export function faultsOfMailboxes(env: Environment): Fault[] {
  const has = (key: Key) => given(env, key) !== null
  const isChanged = (key: (typeof folders)[number]) => has(key) && given(env, key) !== settings[key].default
  const written = oauth.filter(has)
  const url = given(env, 'IMAP_URL')
  if (url === null)
    return [...written, ...folders.filter(isChanged)].map((key) =>
      fault(key, 'has no effect without IMAP_URL'),
    )
  const { data: mailboxes } = settings.IMAP_URL.schema.safeParse(url)
  if (!mailboxes) return []

  const inBoth = folders.filter((key) => {
    const folder = given(env, key) ?? settings[key].default
    return mailboxes.some((mailbox) => mailbox.folder.join('/').toLowerCase() === folder.toLowerCase())
  })
  const faults = inBoth.map((key) => fault(key, 'is a folder that IMAP_URL reads: mail would go round in it'))
  const byToken = mailboxes.filter(({ password }) => password === null).length
  if (byToken === 0) {
    const useless = written.map((key) =>
      fault(key, 'has no effect: every mailbox of IMAP_URL has a password'),
    )
    return [...faults, ...useless]
  }
  const missing = needed.filter((key) => !has(key))
  faults.push(...missing.map((key) => fault(key, 'is missing: a mailbox of IMAP_URL has no password')))
  const tokens = given(env, 'IMAP_OAUTH_REFRESH_TOKEN')?.split(/\s+/).length ?? 1
  if (tokens > 1 && tokens !== byToken) {
    const problem = `holds ${tokens} tokens, but ${byToken} mailboxes of IMAP_URL have no password`
    faults.push(fault('IMAP_OAUTH_REFRESH_TOKEN', problem))
  }
  return faults
}

function fault(key: Key, problem: string): Fault {
  return faultOf(key, settings[key], null, problem)
}
