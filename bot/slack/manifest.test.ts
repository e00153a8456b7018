import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { slackManifest } from './manifest.ts'

const manifest = slackManifest('https://despacho.example')

test('the manifest a firm installs from is the one that is generated', async () => {
  // Out of step: vitest run --project unit bot/slack/manifest.test.ts -u
  const style = await resolveConfig(import.meta.filename)
  const written = await format(JSON.stringify(manifest), { ...style, parser: 'json' })
  await expect(written).toMatchFileSnapshot('./manifest.json')
})

test('every command is described in the language of its word', () => {
  const described = Object.fromEntries(
    manifest.features.slash_commands.map(({ command, description }) => [command, description]),
  )
  expect(described).toMatchObject({
    '/novedad': 'Publicar una novedad para el cliente',
    '/novidade': 'Publicar uma novidade para o cliente',
    '/news': 'Publish news for a client',
    '/pendencias': 'Ver o que está pendente',
  })
  expect(Object.keys(described)).toHaveLength(12)
})
