import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core'

/** A page of a browser, with all that went wrong on it. */
export type Phone = { page: Awaited<ReturnType<Browser['newPage']>>; faults: string[] }

/** Starts a true browser; close it at the end. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await unpacked(), args: ['--no-sandbox', '--disable-gpu'] })
}

/** Somebody takes a telephone whose language is this into their hand; `more` says what is unusual about it. */
export async function phone(
  browser: Browser,
  locale: string,
  more: BrowserContextOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale,
    ...more,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}

/** Somebody sits down at a desk whose browser speaks this language. */
export function desk(browser: Browser, locale: string): Promise<Phone> {
  const viewport = { width: 1200, height: 800 }
  return phone(browser, locale, { viewport, deviceScaleFactor: 1, hasTouch: false, isMobile: false })
}

/**
 * The browser that npm brought along, once for this machine. Its own package unpacks it in place, where a second
 * process would find, and try to run, half of it.
 */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const packed = join(entry, '../../bin/chromium.br')
  const folder = join(tmpdir(), 'despacho-chromium-153')
  const whole = join(folder, 'chromium')
  if (existsSync(whole)) return whole
  await mkdir(folder, { recursive: true })
  const part = `${whole}.${process.pid}`
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }))
  await rename(part, whole)
  return whole
}
