import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigInvalid } from './config/config-invalid.ts'

const secretKey = 'k'.repeat(32)
const mail = {
  SMTP_URL: 'smtp://localhost:25',
  MAIL_FROM: 'Estudio Fuentes <casos@estudio.cl>',
  REPLY_ADDRESS: 'Casos@estudio.cl',
}

function read(env: Record<string, string>, production = true) {
  return readConfig({ SECRET_KEY: secretKey, ...env }, { production })
}

/** The lines that whoever runs the server would see. */
function faultsOf(env: Record<string, string>, production = true): string[] {
  try {
    readConfig(env, { production })
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.message.split('\n').slice(1)
    throw error
  }
  return []
}

test('a secret key is enough to start: everything else has its default and every door is closed', () => {
  expect(read({})).toEqual({
    production: true,
    web: {
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://127.0.0.1:3000',
      trustedProxies: ['loopback'],
    },
    secretKey,
    databaseUrl: 'file:./data/despacho.db',
    filesUrl: 'file:./data/files',
    role: 'all',
    logLevel: 'info',
    metricsToken: null,
    mail: null,
    mailIn: null,
    maxMessageBytes: 52_428_800,
    clamd: null,
    pushServices: [
      'fcm.googleapis.com',
      '*.push.services.mozilla.com',
      '*.notify.windows.com',
      '*.push.apple.com',
    ],
    slack: null,
  })
})

test('a firm that sets everything gets everything', () => {
  const config = read({
    ...mail,
    PORT: '8080',
    HOST: '0.0.0.0',
    BASE_URL: 'https://portal.estudio.cl/',
    DATABASE_URL: 'postgres://despacho:clave@db.estudio.cl/despacho',
    FILES_URL: 'file:///srv/despacho/files',
    PROCESS_ROLE: 'worker',
    LOG_LEVEL: 'warn',
    METRICS_TOKEN: 'm'.repeat(16),
    MAIL_LISTEN: 'lmtp://[::1]:2424',
    MAIL_LISTEN_FACES_INTERNET: '1',
    TRUSTED_AUTHSERV_ID: 'MX.estudio.cl',
    MAX_MESSAGE_BYTES: '1048576',
    SLACK_SIGNING_SECRET: 'firma',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_API_URL: 'http://localhost:4803/api/',
  })
  expect(config).toMatchObject({
    web: { host: '0.0.0.0', port: 8080, baseUrl: 'https://portal.estudio.cl' },
    databaseUrl: 'postgres://despacho:clave@db.estudio.cl/despacho',
    filesUrl: 'file:/srv/despacho/files',
    role: 'worker',
    mail: {
      smtpUrl: 'smtp://localhost:25',
      from: 'Estudio Fuentes <casos@estudio.cl>',
      replyAddress: 'casos@estudio.cl',
    },
    mailIn: {
      listen: { protocol: 'lmtp', host: '::1', port: 2424 },
      imap: null,
      facesInternet: true,
      trustedAuthservId: 'mx.estudio.cl',
    },
    maxMessageBytes: 1_048_576,
    slack: {
      door: { kind: 'http', signingSecret: 'firma' },
      botToken: 'xoxb-1',
      oauth: null,
      apiUrl: 'http://localhost:4803/api/',
    },
  })
})

test('every fault is told at once, one line each, with a right value beside it', () => {
  expect(
    faultsOf({
      PORT: 'abc',
      BASE_URL: 'http://portal.estudio.cl',
      SMTP_URL: 'localhost:25',
      LOG_LEVEL: 'loud',
    }),
  ).toEqual([
    '  PORT must be a whole number from 1 to 65535 (it is "abc"). Example: PORT=3000',
    '  BASE_URL may use http: on loopback only (it is "http://portal.estudio.cl"). Example: BASE_URL=https://portal.estudio.cl',
    '  LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent (it is "loud"). Example: LOG_LEVEL=info',
    '  SMTP_URL must begin with smtp:// or smtps:// and name a server. Example: SMTP_URL=smtps://user:password@smtp.estudio.cl',
    '  SECRET_KEY is missing: sessions and links rest on it. Example: SECRET_KEY=the output of `openssl rand -base64 32`',
    '  MAIL_FROM is missing: SMTP_URL is given, and mail needs a sender. Example: MAIL_FROM=Estudio Fuentes <casos@estudio.cl>',
    '  REPLY_ADDRESS is missing: SMTP_URL is given, and clients answer by mail. Example: REPLY_ADDRESS=casos@estudio.cl',
  ])
})

test('secrets are never told back', () => {
  const faults = faultsOf({
    SECRET_KEY: 'corta-y-secreta',
    SMTP_URL: 'http://ana:clave-del-correo@localhost',
    DATABASE_URL: 'mysql://ana:clave-de-la-base@db',
    SLACK_SIGNING_SECRET: 'con un blanco',
    SLACK_BOT_TOKEN: 'xoxp-de-una-persona',
    METRICS_TOKEN: 'corto',
  })
  expect(faults).toHaveLength(8)
  expect(faults.join()).not.toMatch(/corta-y|clave-de|un blanco|de-una-persona|"corto"/)
})

test('production wants a key of 32 bytes, and not the one that stands in the source', () => {
  expect(faultsOf({})).toEqual([expect.stringMatching(/^ {2}SECRET_KEY is missing/)])
  expect(faultsOf({ SECRET_KEY: 'k'.repeat(31) })).toEqual([expect.stringMatching(/at least 32 bytes/)])
  expect(faultsOf({ SECRET_KEY: 'ñ'.repeat(16) })).toEqual([])

  const known = readConfig({}, { production: false }).secretKey
  expect(faultsOf({ SECRET_KEY: known })).toEqual([expect.stringMatching(/which everybody knows/)])
})

test('whoever develops needs no key', () => {
  expect(readConfig({}, { production: false }).secretKey.length).toBeGreaterThanOrEqual(32)
})

test('an empty line in .env is the same as none, and blanks around a value do not count', () => {
  expect(read({ PORT: '', SMTP_URL: '  ', HOST: ' localhost ' }).web).toMatchObject({
    port: 3000,
    host: 'localhost',
  })
})

test.each([
  'http://localhost:3000',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
  'https://portal.estudio.cl',
])('links may begin with %s', (baseUrl) => {
  expect(read({ BASE_URL: `${baseUrl}/` }).web.baseUrl).toBe(baseUrl)
})

test.each([
  'http://10.0.0.1',
  'portal.estudio.cl',
  'https://a.cl/portal',
  'https://a.cl/?x=1',
  'ftp://a.cl',
  'https://u:p@a.cl',
])('links may not begin with %s', (baseUrl) => {
  expect(faultsOf({ SECRET_KEY: secretKey, BASE_URL: baseUrl })).toEqual([
    expect.stringMatching(/^ {2}BASE_URL /),
  ])
})

test('a server that other machines reach must say under which name', () => {
  expect(faultsOf({ SECRET_KEY: secretKey, HOST: '0.0.0.0' })).toEqual([
    expect.stringMatching(/^ {2}BASE_URL is missing/),
  ])
})

test.each([
  ['file:./data/despacho.db', 'file:./data/despacho.db'],
  ['file:../otra/despacho.db', 'file:../otra/despacho.db'],
  ['file:/srv/despacho.db', 'file:/srv/despacho.db'],
  ['file:///srv/despacho.db', 'file:/srv/despacho.db'],
])('the database may be %s', (written, read_) => {
  expect(read({ DATABASE_URL: written }).databaseUrl).toBe(read_)
})

test.each([
  'despacho.db',
  'file:',
  'file:despacho.db',
  'file://host/despacho.db',
  'file::memory:',
  'postgres:',
  'sqlite:a.db',
])('the database may not be %s', (url) => {
  expect(faultsOf({ SECRET_KEY: secretKey, DATABASE_URL: url })).toEqual([
    expect.stringMatching(/^ {2}DATABASE_URL /),
  ])
})

test.each(['casos+a@estudio.cl', 'a-name-of-19-letters@estudio.cl', 'casos', 'Casos <casos@estudio.cl>'])(
  'replies cannot go to %s',
  (address) => {
    expect(faultsOf({ SECRET_KEY: secretKey, ...mail, REPLY_ADDRESS: address })).toEqual([
      expect.stringMatching(/^ {2}REPLY_ADDRESS must/),
    ])
  },
)

test('the longest name of a reply address leaves room for what is added to it', () => {
  const name = 'notificaciones.cl1'
  expect(`${name}+r.${'i'.repeat(16)}.${'m'.repeat(26)}`).toHaveLength(64)
  expect(read({ ...mail, REPLY_ADDRESS: `${name}@estudio.cl` }).mail?.replyAddress).toBe(`${name}@estudio.cl`)
})

test.each([
  'smtp://localhost',
  'smtps://localhost:465',
  'localhost:2525',
  'lmtp:///run/lmtp',
  'smtp://a:25/inbox',
])('mail is not taken at %s', (listen) => {
  expect(faultsOf({ SECRET_KEY: secretKey, ...mail, MAIL_LISTEN: listen })).toEqual([
    expect.stringMatching(/^ {2}MAIL_LISTEN must/),
  ])
})

test('half a door is a fault', () => {
  const base = { SECRET_KEY: secretKey }
  expect(faultsOf({ ...base, MAIL_LISTEN: 'smtp://127.0.0.1:2525' })).toEqual([
    expect.stringMatching(/REPLY_ADDRESS is missing: MAIL_LISTEN/),
  ])
  expect(faultsOf({ ...base, MAIL_FROM: 'a@b.cl' })).toEqual([
    expect.stringMatching(/no effect without SMTP_URL/),
  ])
  expect(faultsOf({ ...base, MAIL_LISTEN_FACES_INTERNET: '1' })).toEqual([
    expect.stringMatching(/no effect without MAIL_LISTEN/),
  ])
  expect(faultsOf({ ...base, SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
    expect.stringMatching(/no effect without SLACK_SIGNING_SECRET/),
  ])
})

test('Slack opens with its signing secret alone, for tokens may be kept per workspace', () => {
  expect(read({ SLACK_SIGNING_SECRET: 'firma' }).slack).toEqual({
    door: { kind: 'http', signingSecret: 'firma' },
    botToken: null,
    oauth: null,
    apiUrl: 'https://slack.com/api/',
  })
})

test('with an app-level token Slack is reached through a socket, and no signing secret is needed', () => {
  const socket = { kind: 'socket', appToken: 'xapp-1' }
  expect(read({ SLACK_APP_TOKEN: 'xapp-1' }).slack?.door).toEqual(socket)
  expect(read({ SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 'firma' }).slack?.door).toEqual(socket)
})

test('several workspaces install the app with its client id and secret, through either door', () => {
  const oauth = { clientId: '1.2', clientSecret: 'secreto' }
  const app = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'secreto' }
  expect(read({ SLACK_SIGNING_SECRET: 'firma', ...app }).slack?.oauth).toEqual(oauth)
  expect(read({ SLACK_APP_TOKEN: 'xapp-1', ...app }).slack?.oauth).toEqual(oauth)
})

test('every fault of a half-made Slack app is told at once', () => {
  const faults = faultsOf({ SECRET_KEY: secretKey, SLACK_APP_TOKEN: 'xoxb-1', SLACK_CLIENT_ID: '1.2' })
  expect(faults).toEqual([
    expect.stringMatching(/SLACK_APP_TOKEN must be an app-level token/),
    expect.stringMatching(/SLACK_CLIENT_SECRET is missing/),
  ])
  expect(faultsOf({ SECRET_KEY: secretKey, SLACK_CLIENT_SECRET: 'secreto' })).toEqual([
    expect.stringMatching(/SLACK_CLIENT_ID is missing/),
  ])
  expect(faultsOf({ SECRET_KEY: secretKey, SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'secreto' })).toEqual(
    [expect.stringMatching(/SLACK_CLIENT_ID has no effect without SLACK_SIGNING_SECRET/)],
  )
})

test.each(['MicrosoftAppId', 'TEAMS_PLAYGROUND', 'DATAJUD_URL'])(
  '%s belongs to a door that is not there, and saying nothing would leave somebody waiting',
  (key) => {
    expect(faultsOf({ SECRET_KEY: secretKey, [key]: 'x' })).toEqual([
      `  ${key} is not available in this version: remove it.`,
    ])
    expect(faultsOf({ SECRET_KEY: secretKey, [key]: '' })).toEqual([])
  },
)

test('files cannot be kept in a bucket', () => {
  expect(faultsOf({ SECRET_KEY: secretKey, FILES_URL: 's3://expedientes?region=sa-east-1' })).toEqual([
    expect.stringMatching(/s3:\/\/ is not available in this version/),
  ])
})

describe('mailboxes', () => {
  const base = { ...mail, SECRET_KEY: secretKey }
  const oauth = {
    IMAP_OAUTH_TOKEN_URL: 'https://oauth2.googleapis.com/token',
    IMAP_OAUTH_CLIENT_ID: 'app',
    IMAP_OAUTH_REFRESH_TOKEN: 'r1',
  }
  const mailboxesOf = (env: Record<string, string>) => read({ ...base, ...env }).mailIn?.imap?.mailboxes

  test('are named by URLs; the name by which one is known has no password', () => {
    const urls =
      'imaps://casos%40estudio.cl:cl%C3%A1ve%2F1@imap.estudio.cl/INBOX, imap://ana:x@[::1]:1143/Casos/Entrada imap://b:c@mx.cl'
    expect(mailboxesOf({ IMAP_URL: urls })).toEqual([
      {
        name: 'imaps://casos%40estudio.cl@imap.estudio.cl:993/INBOX',
        host: 'imap.estudio.cl',
        port: 993,
        encryption: 'tls',
        user: 'casos@estudio.cl',
        password: 'cláve/1',
        refreshToken: null,
        folder: ['INBOX'],
      },
      expect.objectContaining({
        host: '::1',
        port: 1143,
        encryption: 'none',
        folder: ['Casos', 'Entrada'],
      }),
      expect.objectContaining({ port: 143, encryption: 'starttls', folder: ['INBOX'] }),
    ])
  })

  test('without a password are opened by tokens: one for all, or one each in their order', () => {
    const urls = 'imaps://a@x.cl imaps://b:pw@x.cl imaps://c@x.cl'
    const tokens = (given: string) =>
      mailboxesOf({ ...oauth, IMAP_URL: urls, IMAP_OAUTH_REFRESH_TOKEN: given })?.map(
        ({ refreshToken }) => refreshToken,
      )
    expect(tokens('r1')).toEqual(['r1', null, 'r1'])
    expect(tokens('r1 r2')).toEqual(['r1', null, 'r2'])
    expect(faultsOf({ ...base, ...oauth, IMAP_URL: urls, IMAP_OAUTH_REFRESH_TOKEN: 'r1 r2 r3' })).toEqual([
      expect.stringMatching(/IMAP_OAUTH_REFRESH_TOKEN holds 3 tokens, but 2 mailboxes/),
    ])
  })

  test.each([
    ['pop3://a:geheim@x.cl', /must begin with imaps:\/\/ or imap:\/\//],
    ['imaps://x.cl/INBOX', /must name the user/],
    ['imaps://a:ge%heim@x.cl', /write it as %25/],
    ['imaps://a:geheim@x.cl/INBOX?x', /nothing after the folder/],
    ['imaps://a:geheim@x.cl imaps://a:geheim@x.cl:993/INBOX', /the same mailbox twice/],
    ['imaps://a:geheim@x.cl imaps://', /number 2 of 2/],
  ])('%s is a fault that shows no password', (url, problem) => {
    const faults = faultsOf({ ...base, IMAP_URL: url })
    expect(faults).toEqual([expect.stringMatching(problem)])
    expect(faults.join()).not.toContain('geheim')
  })

  test('half configured ones are told', () => {
    expect(faultsOf({ ...base, IMAP_URL: 'imaps://a@x.cl' })).toEqual([
      expect.stringMatching(/IMAP_OAUTH_TOKEN_URL is missing/),
      expect.stringMatching(/IMAP_OAUTH_CLIENT_ID is missing/),
      expect.stringMatching(/IMAP_OAUTH_REFRESH_TOKEN is missing/),
    ])
    expect(faultsOf({ ...base, ...oauth, IMAP_URL: 'imaps://a:b@x.cl' })).toHaveLength(3)
    expect(faultsOf({ ...base, IMAP_QUARANTINE_FOLDER: 'Cuarentena' })).toEqual([
      expect.stringMatching(/IMAP_QUARANTINE_FOLDER has no effect without IMAP_URL/),
    ])
    expect(
      faultsOf({ ...base, IMAP_URL: 'imaps://a:b@x.cl/Listos', IMAP_PROCESSED_FOLDER: 'listos' }),
    ).toEqual([expect.stringMatching(/mail would go round in it/)])
    expect(faultsOf({ SECRET_KEY: secretKey, IMAP_URL: 'imaps://a:b@x.cl' })).toEqual([
      expect.stringMatching(/REPLY_ADDRESS is missing/),
    ])
    expect(
      faultsOf({ ...base, ...oauth, IMAP_URL: 'imaps://a@x.cl', IMAP_OAUTH_TOKEN_URL: 'http://x.cl/t' }),
    ).toEqual([expect.stringMatching(/may use http: on loopback only/)])
  })
})
