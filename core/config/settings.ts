import { mailboxUrls } from './mailbox-urls.ts'
import { optional, setting } from './setting.ts'
import * as value from './values.ts'

const server = {
  PORT: setting({
    doc: 'Port of the web server.',
    schema: value.wholeNumber(1, 65_535),
    default: '3000',
    example: '3000',
  }),
  HOST: setting({
    doc: 'Address the web server listens on. Behind a proxy on the same machine leave it as it is.',
    schema: value.secretText(),
    default: '127.0.0.1',
    example: '0.0.0.0',
  }),
  BASE_URL: optional({
    doc: 'Where clients reach the portal; links in e-mails begin with it. https: everywhere but on loopback. Required unless HOST is a loopback address: then it is that address.',
    schema: value.baseUrl,
    example: 'https://portal.estudio.cl',
  }),
  TRUSTED_PROXIES: setting({
    doc: 'Proxies whose word on where a request came from is believed: addresses, ranges and the names loopback, linklocal and uniquelocal, separated by commas. Tries at passwords and links are counted by that address.',
    schema: value.proxies,
    default: 'loopback',
    example: 'loopback, 10.0.0.0/8',
  }),
  SECRET_KEY: optional({
    doc: 'At least 32 bytes that nobody can guess. Sessions, links and reply addresses rest on it: keep it, and keep it secret. Required by `npm start`.',
    schema: value.secretText(32),
    example: 'the output of `openssl rand -base64 32`',
    secret: true,
  }),
  PROCESS_ROLE: setting({
    doc: 'What this process does: web (answers people), worker (takes mail in, sends, reminds, tidies) or all.',
    schema: value.word('all', 'web', 'worker'),
    default: 'all',
    example: 'all',
  }),
  LOG_LEVEL: setting({
    doc: 'The least that is logged: fatal, error, warn, info, debug, trace or silent.',
    schema: value.word('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    default: 'info',
    example: 'info',
  }),
  METRICS_TOKEN: optional({
    doc: 'Bearer token that opens /metrics to other machines. Without it /metrics answers on loopback only.',
    schema: value.secretText(16),
    example: 'the output of `openssl rand -hex 16`',
    secret: true,
  }),
}

const kept = {
  DATABASE_URL: setting({
    doc: 'An SQLite file, or postgres://user:password@host/database where one machine is not enough.',
    schema: value.databaseUrl,
    default: 'file:./data/despacho.db',
    example: 'file:./data/despacho.db',
    secret: true,
  }),
  FILES_URL: setting({
    doc: 'Folder for documents and raw mail.',
    schema: value.filesUrl,
    default: 'file:./data/files',
    example: 'file:./data/files',
  }),
}

const mailOut = {
  SMTP_URL: optional({
    doc: "The server that takes our mail, in nodemailer's form: smtp:// (STARTTLS where offered) or smtps://. Its options may stand in the query, such as ?requireTLS=true, ?maxConnections=2, or ?rateLimit=10&rateDelta=1000 where a provider takes only so many a second.",
    schema: value.smtpUrl,
    example: 'smtps://user:password@smtp.estudio.cl',
    secret: true,
  }),
  MAIL_FROM: optional({
    doc: 'Whom clients see as the sender.',
    schema: value.sender,
    example: 'Estudio Fuentes <casos@estudio.cl>',
  }),
  REPLY_ADDRESS: optional({
    doc: 'Replies go to this address with something added after a plus sign (casos+r.…@estudio.cl), delivery reports likewise (casos+b.…@estudio.cl), so its server must deliver such addresses to MAIL_LISTEN or to the mailbox of IMAP_URL. At most 18 characters before the @.',
    schema: value.replyAddress,
    example: 'casos@estudio.cl',
  }),
  DKIM_DOMAIN: optional({
    doc: 'Domain our mail is signed for (DKIM); the one of MAIL_FROM, or one above it. Leave it out where the mail server signs by itself.',
    schema: value.hostName,
    example: 'estudio.cl',
  }),
  DKIM_SELECTOR: optional({
    doc: 'Name under which the public key stands in the DNS: SELECTOR._domainkey.DKIM_DOMAIN.',
    schema: value.hostName,
    example: 'despacho2026',
  }),
  DKIM_PRIVATE_KEY: optional({
    doc: 'The RSA key to sign with, of 2048 bits or more: the path of a PEM file, or the PEM itself (in one line, with \\n for its line ends).',
    schema: value.dkimKey,
    example: '/etc/despacho/dkim.pem',
    secret: true,
  }),
}

const mailIn = {
  MAIL_LISTEN: optional({
    doc: "Where the firm's mail server hands mail over to us: smtp:// or lmtp:// with host and port.",
    schema: value.mailListen,
    example: 'smtp://127.0.0.1:2525',
  }),
  MAIL_LISTEN_FACES_INTERNET: setting({
    doc: '1 when strangers can reach MAIL_LISTEN: senders are then verified here (SPF, DKIM, DMARC) and nobody else is believed.',
    schema: value.word('0', '1').transform((text) => text === '1'),
    default: '0',
    example: '1',
  }),
  IMAP_URL: optional({
    doc: 'Mailboxes whose mail is taken in: imaps://user:password@host/INBOX, several separated by blanks or commas; special characters of user and password percent-encoded (an @ as %40). imap:// asks for STARTTLS, but on loopback. Without a password IMAP_OAUTH_* is used.',
    schema: mailboxUrls,
    example: 'imaps://casos%40estudio.cl:password@imap.estudio.cl/INBOX',
    secret: true,
  }),
  IMAP_PROCESSED_FOLDER: setting({
    doc: 'Folder of the mailbox into which mail goes that has been read; made if it is not there. A slash stands between a folder and the one in it.',
    schema: value.mailFolder,
    default: 'Despacho/Processed',
    example: 'Despacho/Procesados',
  }),
  IMAP_QUARANTINE_FOLDER: setting({
    doc: 'Folder of the mailbox into which mail goes that waits for a decision, or is too large to be taken; made if it is not there.',
    schema: value.mailFolder,
    default: 'Despacho/Quarantine',
    example: 'Despacho/Cuarentena',
  }),
  IMAP_OAUTH_TOKEN_URL: optional({
    doc: 'Where access tokens for mailboxes without a password come from (XOAUTH2). Google: https://oauth2.googleapis.com/token; Microsoft 365: https://login.microsoftonline.com/TENANT/oauth2/v2.0/token.',
    schema: value.tokenUrl,
    example: 'https://oauth2.googleapis.com/token',
  }),
  IMAP_OAUTH_CLIENT_ID: optional({
    doc: 'Client ID of the app that was registered with Google or Microsoft.',
    schema: value.secretText(),
    example: '1234567890-abc.apps.googleusercontent.com',
  }),
  IMAP_OAUTH_CLIENT_SECRET: optional({
    doc: 'Its client secret; none for a public client.',
    schema: value.secretText(),
    example: 'the client secret of the app',
    secret: true,
  }),
  IMAP_OAUTH_REFRESH_TOKEN: optional({
    doc: 'Refresh token for the mailboxes without a password: one for all, or one each in their order, separated by blanks. A newer one that the provider hands out is kept, encrypted, in the database.',
    schema: value.refreshTokens,
    example: '1//0gAbc…',
    secret: true,
  }),
  IMAP_OAUTH_SCOPE: optional({
    doc: 'Scope to ask for with each token; Microsoft 365 wants https://outlook.office.com/IMAP.AccessAsUser.All offline_access, Google none.',
    schema: value.anyText,
    example: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
  }),
  TRUSTED_AUTHSERV_ID: optional({
    doc: "The name by which the firm's mail server signs its Authentication-Results. Without it senders are verified here.",
    schema: value.hostName,
    example: 'mx.estudio.cl',
  }),
  MAX_MESSAGE_BYTES: setting({
    doc: 'The largest mail and the largest upload that is taken, in bytes.',
    schema: value.wholeNumber(1024, 1_073_741_824),
    default: '52428800',
    example: '52428800',
  }),
}

const scanning = {
  CLAMD: optional({
    doc: 'A clamd that scans every file that comes in: host:port, or unix: and the path of its socket. What it finds something in is never opened; what it has not scanned is held until it has, or a member answers for it. In clamd.conf set AlertExceedsMax yes, and StreamMaxLength to MAX_MESSAGE_BYTES or more.',
    schema: value.clamd,
    example: '127.0.0.1:3310',
  }),
}

const push = {
  PUSH_SERVICES: setting({
    doc: "Hosts of the push services to which a notice for a client's phone may be sent, separated by commas; *. stands for every host below a name. none: no phone is told anything.",
    schema: value.pushServices,
    default: 'fcm.googleapis.com,*.push.services.mozilla.com,*.notify.windows.com,*.push.apple.com',
    example: 'fcm.googleapis.com, *.push.apple.com',
  }),
}

const slack = {
  SLACK_SIGNING_SECRET: optional({
    doc: 'Signing secret of the Slack app, which then reaches us at BASE_URL/slack/events; what is not signed with it is refused.',
    schema: value.secretText(),
    example: "the Signing Secret under Basic Information of the app's settings",
    secret: true,
  }),
  SLACK_APP_TOKEN: optional({
    doc: 'App-level token (scope connections:write) for Socket Mode: we open the connection, and Slack needs no address of ours. It goes before SLACK_SIGNING_SECRET.',
    schema: value.appToken,
    example: 'xapp-…',
    secret: true,
  }),
  SLACK_CLIENT_ID: optional({
    doc: "Client ID of the Slack app: firms add it to their workspaces themselves, by a link from `firm install-slack`. The app's redirect URL is BASE_URL/slack/oauth_redirect.",
    schema: value.secretText(),
    example: '1111111111.2222222222',
  }),
  SLACK_CLIENT_SECRET: optional({
    doc: 'Client Secret of the Slack app, which goes with SLACK_CLIENT_ID.',
    schema: value.secretText(),
    example: "the Client Secret under Basic Information of the app's settings",
    secret: true,
  }),
  SLACK_BOT_TOKEN: optional({
    doc: 'Bot token for workspaces that have none of their own (`firm connect-slack`).',
    schema: value.botToken,
    example: 'xoxb-…',
    secret: true,
  }),
  SLACK_API_URL: setting({
    doc: "Base address of Slack's Web API, ending in /api/. Another one serves for trying things out.",
    schema: value.slackApiUrl,
    default: 'https://slack.com/api/',
    example: 'https://slack.com/api/',
  }),
}

/** The settings by what they are about, in the order of `.env.example`. */
export const sections = [
  { title: 'The server', settings: server },
  { title: 'What is kept', settings: kept },
  { title: 'Outgoing mail (closed without SMTP_URL)', settings: mailOut },
  { title: 'Incoming mail (closed without MAIL_LISTEN or IMAP_URL)', settings: mailIn },
  { title: 'Scanning for viruses (nothing is scanned without CLAMD)', settings: scanning },
  { title: "Notices on clients' phones", settings: push },
  { title: 'Slack (closed without SLACK_SIGNING_SECRET or SLACK_APP_TOKEN)', settings: slack },
]

/** Every key of the environment that means something here. */
export const settings = { ...server, ...kept, ...mailOut, ...mailIn, ...scanning, ...push, ...slack }

/** Keys of doors that are not built: setting one is a fault, or somebody would wait for mail that never comes. */
export const notAvailable: readonly RegExp[] = [
  /^MicrosoftApp(Id|Password|Type|TenantId)$/,
  /^TEAMS_PLAYGROUND$/,
  /^(DATAJUD_URL|DATAJUD_API_KEY|DJEN_URL)$/,
]
