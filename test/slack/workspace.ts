/** A workspace as a test wants it; whatever is left out is as in most workspaces. */
export type Workspace = { people: SlackPerson[]; channels: SlackChannel[] }

export type SlackPerson = {
  /** The handle, by which tests know the person; ids are given by the Slack API at each start. */
  name: string
  realName: string
  email?: string
  /** As Slack writes them: es-LA, es-ES, pt-BR, en-US, en-GB. */
  locale?: string
  tz?: string
  isAdmin?: boolean
  /** Has not confirmed their address. */
  isEmailUnconfirmed?: boolean
  /** A multi-channel guest. */
  isRestricted?: boolean
  /** A single-channel guest. */
  isUltraRestricted?: boolean
  /** Someone met in a shared channel only, with a workspace of their own. */
  isStranger?: boolean
  isBot?: boolean
  /** Deactivated. */
  isDeleted?: boolean
  /** Their own workspace, if another. */
  teamId?: string
}

export type SlackChannel = {
  name: string
  isPrivate?: boolean
  isExtShared?: boolean
  /** Shared with other workspaces of one organisation. */
  isOrgShared?: boolean
  /** Outsiders are invited, and have not come yet. */
  isPendingExtShared?: boolean
}

/** The app under test, as the workspace has it installed. The team's id is the emulator's own and cannot be chosen. */
export const slackApp = {
  teamId: 'T000000001',
  teamDomain: 'estudio-rojas',
  appId: 'A0DESPACHO',
  botId: 'B0DESPACHO',
  botUserId: 'U0DESPACHO',
  botToken: 'xoxb-despacho',
  signingSecret: 'a signing secret that only tests know',
  clientId: '1111.2222',
  clientSecret: 'a-client-secret-that-only-tests-know',
  redirectUrl: 'http://127.0.0.1:3000/slack/oauth_redirect',
} as const

/** The workspace of a small Chilean firm: three lawyers, an assistant, two guests and somebody from elsewhere. */
export const lawFirmWorkspace: Workspace = {
  people: [
    { name: 'camila', realName: 'Camila Rojas', locale: 'es-LA', tz: 'America/Santiago', isAdmin: true },
    { name: 'joao', realName: 'João Lima', locale: 'pt-BR', tz: 'America/Sao_Paulo' },
    { name: 'emily', realName: 'Emily Ward', locale: 'en-GB', tz: 'America/Santiago' },
    { name: 'pedro', realName: 'Pedro Soto', locale: 'es-ES', tz: 'America/Santiago' },
    { name: 'guido', realName: 'Guido Vera', locale: 'es-LA', isRestricted: true },
    { name: 'ursula', realName: 'Úrsula Paz', locale: 'es-LA', isUltraRestricted: true },
    { name: 'esteban', realName: 'Esteban Moll', locale: 'es-LA', isStranger: true, teamId: 'T0ELSEWHERE' },
  ],
  channels: [
    { name: 'causas' },
    { name: 'reservado', isPrivate: true },
    { name: 'con-cliente', isExtShared: true },
  ],
}

/** The emulator allows each token 5,000 calls an hour, so calls are spread over this many. */
export const botTokens = Array.from({ length: 60 }, (_, index) => `xoxb-despacho-${index}`)

/** What the emulator is started with. */
export function emulatorSeed({ people, channels }: Workspace) {
  const { appId, botId, botUserId, clientId, clientSecret, redirectUrl } = slackApp
  return {
    team: { name: 'Estudio Rojas', domain: slackApp.teamDomain },
    users: people.map(({ name, realName, email, isAdmin }) => ({
      name,
      real_name: realName,
      email: email ?? `${name}@estudio.example`,
      is_admin: isAdmin ?? false,
    })),
    channels: channels.map(({ name, isPrivate }) => ({ name, is_private: isPrivate ?? false })),
    oauth_apps: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        app_id: appId,
        name: 'Despacho',
        redirect_uris: [redirectUrl],
        bot_id: botId,
        bot_user_id: botUserId,
        bot_name: 'despacho',
      },
    ],
    tokens: botTokens.map((token) => ({
      token,
      type: 'bot',
      user_id: botUserId,
      app_id: appId,
      bot_id: botId,
      bot_user_id: botUserId,
      client_id: clientId,
    })),
  }
}

/** The facts of a person that the emulator does not model, as `users.info` states them. */
export function userFlags(person: SlackPerson | undefined, withLocale: boolean) {
  return {
    is_restricted: (person?.isRestricted || person?.isUltraRestricted) ?? false,
    is_ultra_restricted: person?.isUltraRestricted ?? false,
    is_stranger: person?.isStranger ?? false,
    is_email_confirmed: !(person?.isEmailUnconfirmed ?? false),
    ...(person?.isBot ? { is_bot: true } : {}),
    ...(person?.isDeleted ? { deleted: true } : {}),
    ...(person?.teamId ? { team_id: person.teamId } : {}),
    tz: person?.tz ?? 'America/Santiago',
    ...(withLocale ? { locale: person?.locale ?? 'en-US' } : {}),
  }
}
