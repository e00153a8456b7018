import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startBrowser } from '../journeys/phone.ts'

// Writes the pictures of the portal's icon anew from `icon.svg`: as it is, to the edge for those who cut it into a shape
// of their own (with the drawing inside the middle 80 %, W3C App Manifest), and as a stencil for the status bar.
const folder = join(import.meta.dirname, '../../portal/public')
const svg = await readFile(join(folder, 'icon.svg'), 'utf8')
const ground = /<rect[^>]* fill="(#\w+)"/.exec(svg)?.[1] ?? '#fff'
const stencil = svg
  .replace(/<rect[^>]*>/, '')
  .replaceAll(/fill="#\w+"/g, 'fill="#fff"')
  .replace(/<path[^>]*stroke=[^>]*>/, '')

const pictures = [
  { file: 'icon-192.png', size: 192, drawing: svg, scale: 1, ground: null },
  { file: 'icon-512.png', size: 512, drawing: svg, scale: 1, ground: null },
  { file: 'icon-maskable-512.png', size: 512, drawing: svg, scale: 0.8, ground },
  { file: 'apple-touch-icon.png', size: 180, drawing: svg, scale: 1, ground },
  { file: 'badge.png', size: 96, drawing: stencil, scale: 1.2, ground: null },
]

const browser = await startBrowser()
try {
  for (const { file, size, drawing, scale, ground: behind } of pictures) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const source = `data:image/svg+xml,${encodeURIComponent(drawing)}`
    const styles = `body{margin:0;height:100vh;overflow:hidden;display:grid;place-items:center;background:${behind ?? 'transparent'}}`
    const side = Math.round(size * scale)
    await page.setContent(`<style>${styles}</style><img src="${source}" width="${side}" height="${side}">`)
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
    await writeFile(join(folder, file), await page.screenshot({ omitBackground: true }))
    await page.close()
  }
} finally {
  await browser.close()
}
