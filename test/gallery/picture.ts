import type { Browser, BrowserContextOptions } from 'playwright-core'

type Shown = Pick<BrowserContextOptions, 'viewport' | 'colorScheme'> & { content: string }

/**
 * Leaves a picture of the whole of a page, whose scripts never run, at the path. Where memory or the processor is short a page of the
 * browser dies or is not painted in time, which says nothing of what stands on it: another page is tried, four times at most.
 */
export async function picture(browser: Browser, path: string, shown: Shown, tries = 5): Promise<void> {
  const { content, ...look } = shown
  const page = await browser.newPage({ ...look, javaScriptEnabled: false })
  try {
    await page.setContent(content)
    await page.screenshot({ path, fullPage: true })
  } catch (error) {
    if (tries === 1 || !browser.isConnected()) throw error
    await picture(browser, path, shown, tries - 1)
  } finally {
    await page.close()
  }
}
