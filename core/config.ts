import { existsSync, readFileSync } from 'node:fs'
import { ConfigInvalid } from './config/config-invalid.ts'
import { faultsOfEnvFile } from './config/env-file.ts'
import type { MailboxUrl } from './config/mailbox-urls.ts'
import { parseSettings, type Environment, type Values } from './config/parse-settings.ts'
import type { Clamd } from './virus/ask-clamd.ts'
import { faultsBetweenSettings } from './config/settings-together.ts'

/** How the office is set up; a door that is null is closed. Each key is described in `config/settings.ts`. */
export type Config = {
  production: boolean
  /** `baseUrl` has no slash at its end. */
  web: { host: string; port: number; baseUrl: string; trustedProxies: string[] }
  secretKey: string
  databaseUrl: string
  filesUrl: string
  role: 'all' | 'web' | 'worker'
  logLevel: Values['LOG_LEVEL']
  metricsToken: string | null
  mail: {
    smtpUrl: string
    from: string
    replyAddress: string
    /** With what mail is signed here; null: not here. */
    dkim: { domain: string; selector: string; privateKey: string } | null
  } | null
  mailIn: {
    /** At least one of the two is there. */
    listen: { protocol: 'smtp' | 'lmtp'; host: string; port: number } | null
    imap: ImapSettings | null
    facesInternet: boolean
    trustedAuthservId: string | null
    replyAddress: string
  } | null
  /** Bytes; for a mail and for an upload alike. */
  maxMessageBytes: number
  /** Where files are scanned for viruses. */
  clamd: Clamd | null
  /** Whose addresses push messages may be sent to; none where it is empty. */
  pushServices: string[]
  slack: {
    /** How Slack reaches us: by requests signed with a secret, or through a socket that we open to it. */
    door: { kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string }
    /** For workspaces that have no token of their own. */
    botToken: string | null
    /** With which workspaces install the app themselves. */
    oauth: { clientId: string; clientSecret: string } | null
    apiUrl: string
  } | null
}

/** Mailboxes that are read over IMAP. */
export type ImapSettings = {
  mailboxes: MailboxSettings[]
  /** With a `/` between a folder and the one in it. */
  processedFolder: string
  quarantineFolder: string
  /** Where access tokens come from; there when a mailbox has a refresh token. */
  oauth: { tokenUrl: string; clientId: string; clientSecret: string | null; scope: string | null } | null
}

/** One of them; it has a password or a refresh token. */
export type MailboxSettings = MailboxUrl & { refreshToken: string | null }

/** Serves where none is asked for: on the machine of somebody who develops. Public, so production refuses it. */
const developmentKey = 'for-development-only-and-known-to-everybody'

/**
 * Reads a configuration; what is absent has its default. Production must be given a secret key.
 * Throws `ConfigInvalid` with every fault at once.
 */
export function readConfig(env: Environment, { production }: { production: boolean }): Config {
  const { values, faults } = parseSettings(env)
  const all = [...faults, ...faultsBetweenSettings(env, { production, developmentKey })]
  if (all.length > 0) throw new ConfigInvalid(all)
  return configOf(values, production)
}

/** `readConfig` for this process; lines that Node left out of the `.env` beside it are faults, too. */
export function readOwnConfig({ production }: { production: boolean }): Config {
  const leftOut = existsSync('.env') ? faultsOfEnvFile(readFileSync('.env', 'utf8')) : []
  try {
    const config = readConfig(process.env, { production })
    if (leftOut.length === 0) return config
  } catch (error) {
    if (error instanceof ConfigInvalid) throw new ConfigInvalid([...leftOut, ...error.faults])
    throw error
  }
  throw new ConfigInvalid(leftOut)
}

function configOf(values: Values, production: boolean): Config {
  const { SMTP_URL, MAIL_FROM, REPLY_ADDRESS, MAIL_LISTEN, IMAP_URL } = values
  const host = values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST
  return {
    production,
    web: {
      host: values.HOST,
      port: values.PORT,
      baseUrl: values.BASE_URL ?? `http://${host}:${values.PORT}`,
      trustedProxies: values.TRUSTED_PROXIES,
    },
    secretKey: values.SECRET_KEY ?? developmentKey,
    databaseUrl: values.DATABASE_URL,
    filesUrl: values.FILES_URL,
    role: values.PROCESS_ROLE,
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN,
    mail:
      SMTP_URL && MAIL_FROM && REPLY_ADDRESS
        ? { smtpUrl: SMTP_URL, from: MAIL_FROM, replyAddress: REPLY_ADDRESS, dkim: dkimOf(values) }
        : null,
    mailIn:
      (MAIL_LISTEN || IMAP_URL) && REPLY_ADDRESS
        ? {
            listen: MAIL_LISTEN,
            imap: imapOf(values),
            facesInternet: values.MAIL_LISTEN_FACES_INTERNET,
            trustedAuthservId: values.TRUSTED_AUTHSERV_ID,
            replyAddress: REPLY_ADDRESS,
          }
        : null,
    maxMessageBytes: values.MAX_MESSAGE_BYTES,
    clamd: values.CLAMD,
    pushServices: values.PUSH_SERVICES,
    slack: slackOf(values),
  }
}

function imapOf(values: Values): ImapSettings | null {
  if (!values.IMAP_URL) return null
  const tokens = values.IMAP_OAUTH_REFRESH_TOKEN ?? []
  const byToken = values.IMAP_URL.filter(({ password }) => password === null)
  const tokenOf = (mailbox: MailboxUrl) =>
    (tokens.length > 1 ? tokens[byToken.indexOf(mailbox)] : tokens[0]) ?? null
  const { IMAP_OAUTH_TOKEN_URL: tokenUrl, IMAP_OAUTH_CLIENT_ID: clientId } = values
  return {
    mailboxes: values.IMAP_URL.map((mailbox) => ({
      ...mailbox,
      refreshToken: mailbox.password === null ? tokenOf(mailbox) : null,
    })),
    processedFolder: values.IMAP_PROCESSED_FOLDER,
    quarantineFolder: values.IMAP_QUARANTINE_FOLDER,
    oauth:
      tokenUrl && clientId
        ? {
            tokenUrl,
            clientId,
            clientSecret: values.IMAP_OAUTH_CLIENT_SECRET,
            scope: values.IMAP_OAUTH_SCOPE,
          }
        : null,
  }
}

function dkimOf(values: Values) {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: privateKey } = values
  return domain && selector && privateKey ? { domain, selector, privateKey } : null
}

function slackOf(values: Values): Config['slack'] {
  const { SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } = values
  const common = {
    botToken: values.SLACK_BOT_TOKEN,
    oauth:
      SLACK_CLIENT_ID && SLACK_CLIENT_SECRET
        ? { clientId: SLACK_CLIENT_ID, clientSecret: SLACK_CLIENT_SECRET }
        : null,
    apiUrl: values.SLACK_API_URL,
  }
  if (SLACK_APP_TOKEN) return { door: { kind: 'socket', appToken: SLACK_APP_TOKEN }, ...common }
  if (SLACK_SIGNING_SECRET) return { door: { kind: 'http', signingSecret: SLACK_SIGNING_SECRET }, ...common }
  return null
}
