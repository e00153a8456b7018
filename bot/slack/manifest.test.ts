import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { describe, expect, test } from 'vitest'
import { locales } from '#core/words/locale.ts'
import { slackManifest, type ManifestMode } from './manifest.ts'

const modes: ManifestMode[] = ['http', 'socket']
const baseUrl = 'https://despacho.example'
const all = modes.flatMap((mode) =>
  locales.map((locale) => ({ mode, locale, manifest: slackManifest({ mode, locale, baseUrl }) })),
)

/** Slack's limits (docs.slack.dev/reference/app-manifest). */
const most = {
  name: 35,
  description: 140,
  commands: 50,
  command: 32,
  commandDescription: 100,
  hint: 100,
  shortcuts: 10,
  shortcutName: 24,
  shortcutDescription: 150,
}

/** What each method of Slack's that can be called wants (docs.slack.dev/reference/methods). */
const scopesOf: Record<string, string[]> = {
  'apps.uninstall': [],
  'oauth.v2.access': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // Direct messages with the app, and the channels of matters that it was invited to.
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'files.info': ['files:read'],
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

describe.each(all)('the manifest for $mode in $locale', ({ mode, locale, manifest }) => {
  test('is the file that a firm makes its app from', async () => {
    // Out of step: vitest run --project unit bot/slack/manifest.test.ts -u
    const style = await resolveConfig(import.meta.filename)
    const written = await format(JSON.stringify(manifest), { ...style, parser: 'json' })
    await expect(written).toMatchFileSnapshot(`./manifest.${mode}.${locale}.json`)
  })

  test('keeps to Slack’s limits', () => {
    const { display_information: app, features } = manifest
    expect(app.name.length).toBeLessThanOrEqual(most.name)
    expect(app.description.length).toBeLessThanOrEqual(most.description)
    expect(app.long_description.length).toBeGreaterThanOrEqual(174)
    expect(features.slash_commands.length).toBeLessThanOrEqual(most.commands)
    expect(features.shortcuts.length).toBeLessThanOrEqual(most.shortcuts)
    for (const { command, description, usage_hint: hint } of features.slash_commands) {
      expect(command.length, command).toBeLessThanOrEqual(most.command)
      expect(description.length, description).toBeLessThanOrEqual(most.commandDescription)
      expect(hint.length, hint).toBeLessThanOrEqual(most.hint)
    }
    for (const { name, description } of features.shortcuts) {
      expect(name.length, name).toBeLessThanOrEqual(most.shortcutName)
      expect(description.length, description).toBeLessThanOrEqual(most.shortcutDescription)
    }
  })

  test('names an address of ours where Slack is to reach one, and none where it is not', () => {
    const { settings, features } = manifest
    expect(settings.socket_mode_enabled).toBe(mode === 'socket')
    const asked = JSON.stringify({ settings, features }).match(/https:[^"]*/g) ?? []
    expect(new Set(asked)).toEqual(new Set(mode === 'http' ? [`${baseUrl}/slack/events`] : []))
  })
})

test('everything of one manifest is said in its language', () => {
  const said = all.map(({ manifest: { features } }) => features.slash_commands[1]?.description)
  expect(new Set(said).size).toBe(locales.length)
  expect(said[0]).toBe('Publicar una novedad para el cliente')
})

test('every command there is can be typed, and the home tab can be opened', () => {
  for (const { manifest } of all) {
    const { features, settings } = manifest
    expect(features.slash_commands.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['/despacho', '/novedad', '/novidade', '/news', '/pendencias', '/matter']),
    )
    expect(features.slash_commands).toHaveLength(12)
    expect(features.app_home.home_tab_enabled).toBe(true)
    expect(settings.event_subscriptions.bot_events).toContain('app_home_opened')
  }
})

test('the scopes asked for are those that the calls we make want, and no others', () => {
  const room = join(import.meta.dirname)
  const sources = globSync('**/*.ts', { cwd: room, exclude: (path) => path.endsWith('.test.ts') })
  const text = sources.map((path) => readFileSync(join(room, path), 'utf8')).join('\n')
  const called = text.matchAll(/client(?:\([^()]*\))?\s*\.\s*([a-z]+(?:\.v2)?\.[a-zA-Z]+)\s*\(/gi)
  const methods = new Set([...called].map(([, method = '']) => method))
  expect([...methods].filter((method) => !(method in scopesOf))).toEqual([])
  const wanted = new Set(['commands', ...[...methods].flatMap((method) => scopesOf[method] ?? [])])
  for (const { manifest } of all) expect(new Set(manifest.oauth_config.scopes.bot)).toEqual(wanted)
})
