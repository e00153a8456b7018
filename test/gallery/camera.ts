import type { Browser, BrowserContextOptions } from 'playwright-core'
import { startBrowser } from '../journeys/phone.ts'

type Shown = Pick<BrowserContextOptions, 'viewport' | 'colorScheme'> & { content: string }

/** Takes pictures of pages, whose scripts never run; close it at the end. */
export type Camera = { take: (path: string, shown: Shown) => Promise<void>; close: () => Promise<void> }

/**
 * A browser that leaves pictures of whole pages. Without a graphics card it comes, after many pictures or where the machine is busy, to
 * "Unable to capture screenshot", and then for every page it has: another browser takes the picture, four times at most for one.
 */
export async function openCamera(): Promise<Camera> {
  let browser = await startBrowser()
  return { take: (path, shown) => take(path, shown, 5), close: () => browser.close() }

  async function take(path: string, shown: Shown, tries: number): Promise<void> {
    try {
      await takeWith(browser, path, shown)
    } catch (error) {
      if (tries === 1) throw error
      await browser.close()
      browser = await startBrowser()
      await take(path, shown, tries - 1)
    }
  }
}

async function takeWith(browser: Browser, path: string, { content, ...look }: Shown): Promise<void> {
  const page = await browser.newPage({ ...look, javaScriptEnabled: false })
  await page.setContent(content)
  await page.screenshot({ path, fullPage: true })
  await page.close()
}
