import { mkdir, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPage } from '#bot/slack/install/page.ts'
import type { Reader } from '#bot/slack/reader.ts'
import { sampleSurfaces, type Sample } from '#bot/slack/sample-surfaces.ts'
import { wordsForChat } from '#bot/slack/words-for-chat.ts'
import { locales } from '#core/words/locale.ts'
import { blocksHtml } from '../demo/pages/blocks-html.ts'
import { fieldHtml } from '../demo/pages/field-html.ts'
import { html, trusted, type Html } from '../demo/pages/html.ts'
import { openCamera } from './camera.ts'

// Writes every view, card, note and home that Slack is ever shown to a folder, as pictures of a few each, in every language. With
// words after the folder only those whose names have them.
const [folder = await mkdtemp(join(tmpdir(), 'chat-')), ...wanted] = process.argv.slice(2)
const perSheet = 9
const styles = await readFile(new URL('../demo/pages/pages.css', import.meta.url), 'utf8')
const camera = await openCamera()
try {
  for (const locale of locales) {
    await mkdir(join(folder, locale), { recursive: true })
    const reader: Reader = {
      words: wordsForChat(locale),
      locale,
      timeZone: 'America/Santiago',
      today: '2026-03-03',
    }
    const shown = sampleSurfaces(reader).filter(
      ([name]) => wanted.length === 0 || wanted.some((words) => name.includes(words)),
    )
    for (let at = 0; at < shown.length; at += perSheet) {
      const path = join(folder, locale, `${String(at).padStart(3, '0')}.png`)
      await camera.take(path, {
        viewport: { width: 1500, height: 900 },
        content: sheet(shown.slice(at, at + perSheet)),
      })
    }
    const { pages } = reader.words.install
    const install = {
      offer: {
        title: pages.title,
        lines: [pages.offer({ firm: 'Estudio Rojas' }), pages.offerHow],
        button: { text: pages.go, href: '#' },
        accent: '#8a3324',
      },
      installed: {
        title: pages.installedTitle,
        lines: [pages.installed({ firm: 'Estudio Rojas' }), pages.installedNext],
      },
      over: { title: pages.linkOverTitle, lines: [pages.linkOver] },
      again: {
        title: pages.title,
        lines: [pages.plain, pages.plainAgain],
        button: { text: pages.again, href: '#' },
      },
    }
    for (const [name, said] of Object.entries(install)) {
      if (wanted.length > 0 && !wanted.includes('install')) continue
      await camera.take(join(folder, locale, `install-${name}.png`), {
        viewport: { width: 420, height: 480 },
        content: installPage({ locale, status: 200, ...said }, 'gallery'),
      })
    }
  }
} finally {
  await camera.close()
}
console.log(folder)

function sheet(samples: Sample[]): string {
  const more = `
    body { background: #ddd; margin: 0; padding: 16px }
    .sheet { columns: 3; column-gap: 16px }
    .card { break-inside: avoid; background: #fff; border-radius: 8px; padding: 16px; margin: 0 0 16px; max-height: 1400px; overflow: hidden }
    .card > h6 { margin: 0 0 8px; color: #888; font: 12px monospace }
    .foot { text-align: right }`
  const cards = samples.map((sample) => html`<div class="card">${card(sample)}</div>`)
  return html`<!doctype html><meta charset="utf-8" /><style>
      ${trusted(styles + more)}
    </style>
    <div class="sheet">${cards}</div>`.markup
}

function card([name, surface]: Sample): Html {
  const blocks = blocksHtml(surface.blocks ?? [], (block) =>
    fieldHtml({ block, typed: undefined, error: undefined, suggestAt: '' }),
  )
  if (!('type' in surface))
    return html`<h6>${name}</h6>
      ${blocks}`
  if (surface.type === 'home')
    return html`<h6>${name} (home)</h6>
      ${blocks}`
  const buttons = [surface.close?.text, surface.submit?.text].filter((text) => text !== undefined)
  return html`<h6>${name}</h6>
    <h3>${surface.title.text}</h3>
    ${blocks}
    <p class="foot">${buttons.map((text) => html`<button>${text}</button> `)}</p>`
}
