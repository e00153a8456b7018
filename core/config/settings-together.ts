import type { Fault } from './config-invalid.ts'
import { faultsOfMailboxes } from './faults-of-mailboxes.ts'
import { faultOf, given, type Environment, type Key } from './parse-settings.ts'
import { settings } from './settings.ts'
import { isLoopback } from './values.ts'

/** What is wrong between settings that may each be right: a required one missing, a door half configured. */
export function faultsBetweenSettings(
  env: Environment,
  { production, developmentKey }: { production: boolean; developmentKey: string },
): Fault[] {
  const has = (key: Key) => given(env, key) !== null
  const missing = (key: Key, because: string) => (has(key) ? [] : [fault(key, `is missing: ${because}`)])
  const useless = (key: Key, without: Key) =>
    has(key) && !has(without) ? [fault(key, `has no effect without ${without}`)] : []

  return [
    ...(production ? missing('SECRET_KEY', 'sessions and links rest on it') : []),
    ...(production && given(env, 'SECRET_KEY') === developmentKey
      ? [fault('SECRET_KEY', 'is the one for development, which everybody knows')]
      : []),
    ...(isLoopback(given(env, 'HOST') ?? settings.HOST.default)
      ? []
      : missing('BASE_URL', 'HOST is open to other machines, and links must name an address they reach')),
    ...(has('SMTP_URL')
      ? [
          ...missing('MAIL_FROM', 'SMTP_URL is given, and mail needs a sender'),
          ...missing('REPLY_ADDRESS', 'SMTP_URL is given, and clients answer by mail'),
        ]
      : []),
    ...useless('MAIL_FROM', 'SMTP_URL'),
    ...dkimFaults(env, has),
    ...(has('MAIL_LISTEN') ? missing('REPLY_ADDRESS', 'MAIL_LISTEN is given, and takes replies to it') : []),
    ...(has('IMAP_URL') ? missing('REPLY_ADDRESS', 'IMAP_URL is given, and holds replies to it') : []),
    ...faultsOfMailboxes(env),
    ...(given(env, 'MAIL_LISTEN_FACES_INTERNET') === '1'
      ? useless('MAIL_LISTEN_FACES_INTERNET', 'MAIL_LISTEN')
      : []),
    ...(has('SLACK_CLIENT_ID') ? missing('SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID is given') : []),
    ...(has('SLACK_CLIENT_SECRET') ? missing('SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET is given') : []),
    ...(has('SLACK_SIGNING_SECRET') || has('SLACK_APP_TOKEN')
      ? []
      : (['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID'] as const).filter(has).map(withoutDoor)),
  ]
}

const dkim = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY'] as const

/** All three, or none; for the domain the mail comes from, or DMARC does not count the signature (RFC 7489, 3.1.1). */
function dkimFaults(env: Environment, has: (key: Key) => boolean): Fault[] {
  const those = dkim.filter(has)
  const [first] = those
  if (!first) return []
  if (!has('SMTP_URL')) return those.map((key) => fault(key, 'has no effect without SMTP_URL'))
  const missing = dkim.filter((key) => !has(key)).map((key) => fault(key, `is missing: ${first} is given`))
  const domain = given(env, 'DKIM_DOMAIN')?.toLowerCase()
  const from = /@([^@>\s]+)>?$/.exec(given(env, 'MAIL_FROM') ?? '')?.[1]?.toLowerCase()
  const isApart = domain && from && from !== domain && !from.endsWith(`.${domain}`)
  return isApart ? [...missing, fault('DKIM_DOMAIN', `is not the domain of MAIL_FROM (${from})`)] : missing
}

function withoutDoor(key: Key): Fault {
  return fault(key, 'has no effect without SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN, for Socket Mode)')
}

function fault(key: Key, problem: string): Fault {
  return faultOf(key, settings[key], null, problem)
}
