import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { describe, expect, test } from 'vitest'
import { locales } from '#core/words/locale.ts'
import { sampleLetters } from '#test/fixtures/sample-letters.ts'
import { compileShell } from './compile-shell.ts'
import { writeLetter } from './write-letter.ts'

test('the shell is what MJML makes of its source: else `npm run letters:shell`', async () => {
  const path = join(import.meta.dirname, 'shell.ts')
  const written = await format(await compileShell(), { ...(await resolveConfig(path)), filepath: path })
  expect(await readFile(path, 'utf8')).toBe(written)
})

const samples = locales.flatMap((locale) =>
  Object.entries(sampleLetters(locale)).map(([name, letter]) => ({ locale, name, letter })),
)

/** What Outlook's Word, Gmail and Yahoo all understand, or leave alone without harm (caniemail.com). */
const understood =
  /^(margin|padding|border|border-top|border-left|border-bottom|border-radius|background-color|color|font-family|font-size|font-weight|font-style|line-height|text-align|text-decoration|vertical-align|width|max-width|height|white-space|word-break|word-spacing|direction|display|mso-[a-z-]+)$/

describe.each(samples)('the letter "$name" in $locale', ({ locale, letter }) => {
  const { html } = writeLetter(letter, {
    portalUrl: 'https://portal.example/',
    mark: null,
    takesReplies: true,
  })
  const body = html.slice(html.indexOf('<body'))

  test('says only what every mail program understands', () => {
    for (const [, style = ''] of body.matchAll(/ style="([^"]*)"/g)) {
      for (const rule of style.split(';').filter((one) => one.trim() !== '')) {
        const [property = '', value = ''] = rule.split(':').map((part) => part.trim())
        expect(property).toMatch(understood)
        expect(value).not.toMatch(/url\(|flex|grid|var\(|calc\(|!important/)
        if (property === 'display') expect(value).toMatch(/^(inline-block|block|inline)$/)
      }
    }
    expect(body).not.toMatch(
      /\b(background|srcset|on\w+)=|<(svg|video|form|input|script|iframe|style|link)\b/i,
    )
    for (const [image] of body.matchAll(/<img\b[^>]*>/g)) expect(image).toMatch(/ alt="[^"]*".* width="\d+"/)
  })

  test('keeps its width in Outlook, where tables alone have one, and closes what it opens there', () => {
    const forOutlook = [...body.matchAll(/<!--\[if mso \| IE\]>([\s\S]*?)<!\[endif\]-->/g)].map(
      (one) => one[1] ?? '',
    )
    const inOutlook = forOutlook.join('')
    expect(inOutlook).toContain('width="600"')
    for (const tag of ['table', 'tr', 'td']) {
      expect(inOutlook.match(new RegExp(`<${tag}\\b`, 'g'))).toHaveLength(
        inOutlook.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0,
      )
    }
    for (const [table] of body.matchAll(/<table\b[^>]*>/g))
      expect(table).toMatch(/ role="(presentation|list)"| width="568px"/)
  })

  test('is in its language, and every place of the shell is filled', () => {
    expect(html).toContain(`<html lang="${locale}"`)
    expect(body).toContain(`lang="${locale}"`)
    expect(html).not.toMatch(/\b(LANGUAGE|SUBJECT|NIGHT|PAPER|ACCENT|INK|SOFT|HAIRLINE|SANS|LETTER|FOOT)\b/)
  })

  test('has a button whose whole field is the link, also where links know no padding', () => {
    for (const [, cell = '', link = ''] of body.matchAll(
      /<td class="button"([^>]*)><a class="button"([^>]*)>/g,
    )) {
      expect(cell).toMatch(/bgcolor="#\w{6}".*mso-padding-alt:/)
      expect(link).toMatch(/display:inline-block;padding:/)
    }
  })
})

test('long words, addresses and names that read from right to left stay within the column', () => {
  const { request } = sampleLetters('es-CL')
  if (request?.kind !== 'documentsRequested') throw new Error('no request')
  const long = `https://ejemplo.example/${'a'.repeat(280)}`
  const [item] = request.request.items
  if (!item) throw new Error('nothing is asked')
  const { html } = writeLetter({
    ...request,
    to: { ...request.to, name: 'عبد الرحمن بن يوسف' },
    client: { name: 'عبد الرحمن بن يوسف', salutation: null },
    request: { ...request.request, title: long, items: [{ ...item, title: long }] },
  })
  expect(html).toContain('عبد الرحمن بن يوسف')
  // Tables are as wide as their longest word unless told to break it.
  const holders = [...html.matchAll(/<td[^>]*class="ink"[^>]*>|<table role="list"[^>]*>/g)].map(
    ([tag]) => tag,
  )
  expect(holders).toHaveLength(2)
  for (const holder of holders) expect(holder).toContain('word-break:break-word')
})
