import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startBrowser } from '../journeys/phone.ts'
import { until } from '../until.ts'

// A true browser and a true product, which may have to build its portal first.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 30_000 })
const patience = 30_000

let folder: string
let demo: ChildProcess
let browser: Browser | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'despacho-demo-test-'))
})
afterEach(async () => {
  await browser?.close()
  if (demo.exitCode === null) demo.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

function startDemo(...args: string[]) {
  const path = fileURLToPath(new URL('./demo.ts', import.meta.url))
  demo = spawn(process.execPath, [path, ...args], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder, DATABASE_URL: 'postgres://nobody/there', PORT: 'none' },
  })
  const said = { text: '' }
  for (const stream of [demo.stdout, demo.stderr])
    stream?.on('data', (chunk: Buffer) => (said.text += chunk.toString('utf8')))
  return said
}

async function send(page: Page, line: string) {
  await page.fill('.composer input', line)
  await page.click('.composer button')
}

async function showsNewest(mailbox: string, page: Page, words: string) {
  await page.goto(mailbox)
  const shown = await page.frameLocator('iframe.letter').locator('body').innerText()
  return shown.includes(words) || undefined
}

test('a newcomer sees every step hold, then asks, answers and approves by themselves, and nothing is left behind', async () => {
  const said = startDemo()
  await until(() => /Ctrl-C ends it|✗/.exec(said.text) ?? undefined, 'the story to be told', 240_000)
  expect(said.text).not.toContain('✗')
  expect(said.text.match(/^✓/gm)).toHaveLength(18)
  const pages = /Begin\s+(http:\S+)/.exec(said.text)?.[1] ?? ''

  browser = await startBrowser()
  const page = await browser.newPage()
  page.setDefaultTimeout(patience)
  await page.goto(`${pages}/chat/camila`)
  await send(page, '/solicitar Aromos')
  await page.fill('[name="field:title"]', 'Antecedentes bancarios')
  await page.fill('[name="field:items"]', 'Cédula de identidad')
  await page.fill('[name="field:due"]', '2020-01-01')
  await page.click('.modal button.primary')
  await page.waitForSelector('.modal .error:has-text("La fecha ya pasó")')
  await page.fill('[name="field:due"]', '')
  await page.click('.modal button.primary')
  await page.waitForSelector('.modal:has-text("Se avisará a Rosa Fuentes (3 correos)")')
  await page.click('.modal button.primary')
  await page.waitForSelector('.modal:has-text("Enviado: 3 correos")')
  await page.click('.modal footer button')

  await until(() => showsNewest(`${pages}/mail`, page, 'Antecedentes bancarios'), 'the letter', patience)
  await page.check('[value="cedula de identidad.pdf"]')
  await page.click('.answer button.primary')
  await page.waitForSelector('.sent:has-text("250")')

  await page.goto(`${pages}/chat/camila`)
  await page.click('.conversation .message:has-text("Antecedentes bancarios") button:has-text("Aprobar")')
  const approved = '.message:has-text("Antecedentes bancarios"):has-text("Aprobado por Camila Rojas")'
  await page.waitForSelector(approved)

  await page.goto(`${pages}/chat/joao`)
  await send(page, '/despacho ajuda')
  await page.waitForSelector('.message:has-text("/despacho novidade")')

  demo.kill('SIGINT')
  await once(demo, 'close')
  expect(demo.exitCode).toBe(0)
  expect(await readdir(folder)).toEqual([])
})

test('asked for something it does not know, it says how it is used', async () => {
  const said = startDemo('--twice')
  await once(demo, 'close')
  expect(demo.exitCode).toBe(1)
  expect(said.text).toBe('unknown: --twice\nusage: npm run demo [-- --once]\n')
})
