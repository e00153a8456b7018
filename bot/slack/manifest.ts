import type { Locale } from '#core/words/locale.ts'
import { shortCommands } from './commands/subcommands.ts'
import { redirectUrl } from './install/redirect-url.ts'
import { botScopes } from './install/scopes.ts'
import { wordsForChat } from './words-for-chat.ts'

/** How Slack reaches us: at an address of ours, or through a socket that we open. */
export type ManifestMode = 'http' | 'socket'

/** Slash commands that are a subcommand by themselves. */
const shorts = ['news', 'request', 'pending', 'matter'] as const

/**
 * The Slack app's manifest for one installation (docs.slack.dev/reference/app-manifest), with everything said in one
 * language; the commands' own words are those of all three. `baseUrl` is `BASE_URL`. It is installed in workspaces, not in whole
 * organisations.
 */
export function slackManifest({
  mode,
  locale,
  baseUrl,
}: {
  mode: ManifestMode
  locale: Locale
  baseUrl: string
}) {
  const url = mode === 'http' ? `${baseUrl}/slack/events` : null
  const { app } = wordsForChat(locale).install
  return {
    display_information: { name: 'Despacho', description: app.description, long_description: app.about },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'Despacho', always_online: true },
      shortcuts: shortcuts(locale),
      slash_commands: slashCommands(locale).map((command) => ({
        ...command,
        ...(url && { url }),
        should_escape: false,
      })),
    },
    oauth_config: { redirect_urls: [redirectUrl(baseUrl)], scopes: { bot: [...botScopes] } },
    settings: {
      event_subscriptions: {
        ...(url && { request_url: url }),
        bot_events: ['app_home_opened', 'app_uninstalled', 'tokens_revoked', 'user_change'],
      },
      interactivity: { is_enabled: true, ...(url && { request_url: url, message_menu_options_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: false,
    },
  }
}

function slashCommands(locale: Locale) {
  const { descriptions, hint } = wordsForChat(locale).commands
  const described = (command: string, what: 'despacho' | (typeof shorts)[number]) => ({
    command,
    description: descriptions[what],
    usage_hint: hint,
  })
  const short = shorts.flatMap((what) => shortCommands[what].map((command) => described(command, what)))
  return [described('/despacho', 'despacho'), ...short]
}

function shortcuts(locale: Locale) {
  const { shortcuts: words } = wordsForChat(locale).install.app
  const all = [
    ['global', 'news_shortcut', words.news, words.newsHow],
    ['global', 'request_shortcut', words.request, words.requestHow],
    ['global', 'pending_shortcut', words.pending, words.pendingHow],
    ['global', 'matter_shortcut', words.matter, words.matterHow],
    ['global', 'client_shortcut', words.client, words.clientHow],
    ['global', 'access_shortcut', words.access, words.accessHow],
    ['global', 'settings_shortcut', words.settings, words.settingsHow],
    ['message', 'message_to_news', words.messageToNews, words.messageToNewsHow],
    ['message', 'message_to_document', words.messageToDocument, words.messageToDocumentHow],
  ] as const
  return all.map(([type, callback_id, name, description]) => ({ name, type, callback_id, description }))
}
