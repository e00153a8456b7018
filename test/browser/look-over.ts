import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const schemes = ['light', 'dark'] as const

/**
 * Looks a page over as somebody who checks it for everybody: axe finds nothing on it, in any language on a telephone,
 * in Spanish by night too and at a desk; and nothing has to be scrolled sideways at 320 pixels. With `SHOTS=folder` it leaves pictures of it there to be looked at.
 */
export async function lookOver(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 360, height: 740 }
  const isPhone = size.width < 600
  // Colours are the same in every language, and a desk shows what a telephone shows.
  const isSpanish = (await page.locator('html').getAttribute('lang')) === 'es-CL'
  if (!isPhone && !isSpanish) return picture(page, `${name}-${size.width}-light`)
  for (const colorScheme of isPhone && isSpanish ? schemes : schemes.slice(0, 1)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`)
    expect({ page: name, colorScheme, found }).toEqual({ page: name, colorScheme, found: [] })
    await picture(page, `${name}-${size.width}-${colorScheme}`)
  }
  if (!isPhone) return
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: size.height })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect({ page: name, width }).toEqual({ page: name, width: 320 })
  await page.setViewportSize(size)
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
