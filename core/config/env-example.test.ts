import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { envExample } from './env-example.ts'
import type { Setting } from './setting.ts'
import { settings } from './settings.ts'

test('whoever copies the example and sets a key gets the defaults', () => {
  const uncommented = envExample().replace(/^#([A-Za-z_]+=)/gm, '$1')
  const copied = parseEnv(uncommented)
  expect(Object.keys(copied).sort()).toEqual(Object.keys(settings).sort())

  const SECRET_KEY = 'k'.repeat(32)
  const fromExample = readConfig({ ...copied, SECRET_KEY }, { production: true })
  expect(fromExample).toEqual(readConfig({ SECRET_KEY }, { production: true }))
})

test('every example of something public is a right value', () => {
  for (const [key, setting] of Object.entries<Setting<unknown>>(settings)) {
    if (!setting.secret) expect(setting.schema.safeParse(setting.example).success, key).toBe(true)
  }
})

test('no line is too long to read', () => {
  expect(
    envExample()
      .split('\n')
      .filter((line) => line.length > 100),
  ).toEqual([])
})
