import type { Locale } from '#core/words/locale.ts'
import { shortCommands } from './commands/subcommands.ts'
import { wordsForChat } from './words-for-chat.ts'

/** Whose words describe a short command; those of two languages are in the first. */
const languages: Locale[] = ['es-CL', 'pt-BR', 'en']

/**
 * The Slack app's manifest for one installation (docs.slack.dev/reference/app-manifest); `baseUrl` is `BASE_URL`.
 * `im:history` is for looking a message up before it is posted again.
 */
export function slackManifest(baseUrl: string) {
  const url = `${baseUrl}/slack/events`
  return {
    display_information: { name: 'Despacho', description: wordsForChat('en').commands.descriptions.despacho },
    features: {
      bot_user: { display_name: 'Despacho', always_online: true },
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      slash_commands: slashCommands().map((command) => ({ ...command, url, should_escape: false })),
    },
    oauth_config: {
      scopes: { bot: ['chat:write', 'commands', 'im:history', 'im:write', 'users:read'] },
    },
    settings: {
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  }
}

function slashCommands() {
  const despacho = described('/despacho', 'es-CL', 'despacho')
  const short = (['news', 'request', 'pending', 'matter'] as const).flatMap((subcommand) =>
    shortCommands[subcommand].map((command) =>
      described(command, languageOf(command, subcommand), subcommand),
    ),
  )
  return [despacho, ...short]
}

function described(
  command: string,
  locale: Locale,
  what: 'despacho' | 'news' | 'request' | 'pending' | 'matter',
) {
  const { descriptions, hint } = wordsForChat(locale).commands
  return { command, description: descriptions[what], usage_hint: hint }
}

function languageOf(command: string, subcommand: 'news' | 'request' | 'pending' | 'matter'): Locale {
  const named = (locale: Locale) => `/${wordsForChat(locale).commands.names[subcommand]}` === command
  return languages.find(named) ?? 'es-CL'
}
