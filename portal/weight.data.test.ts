import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addEntry } from '#core/entries/add-entry.ts'
import { publishNews } from '#core/news/publish-news.ts'
import { askFor } from '#test/office/ask-for.ts'
import { enterPortal, upload } from '#test/office/enter-portal.ts'
import { lawFirm, words, type LawFirm } from '#test/office/law-firm.ts'
import { servePortal, type ServedPortal } from '#test/office/serve-portal.ts'

/** Bytes as they travel, of a page and all it loads, in a browser that has nothing of it yet. */
const most = 100_000

let portal: ServedPortal
let firm: LawFirm
let cookie: string
let link: string
beforeAll(async () => {
  portal = await servePortal()
  firm = await lawFirm(portal.office)
  const can = ['court-movements', 'manual-movements', 'publications', 'documents'] as const
  const wish = { email: 'rosa@correo.example', can: [...can] }
  const { sessionToken, token } = await enterPortal(portal.office, firm, firm.rosaId, wish)
  cookie = `despacho=${sessionToken}`
  link = `/enter/${token}`
  await busyMatter()
}, 120_000)
afterAll(() => portal?.close())

/** Three open requests and forty entries, no two of them alike: repeated text would weigh next to nothing. */
async function busyMatter() {
  const { office } = portal
  const about = { by: firm.camila, matterId: firm.matterId }
  for (let i = 0; i < 3; i++)
    await askFor(office, firm, Array.from({ length: 8 }, (_, n) => phrase(i * 8 + n, 5)).join('\n'), {
      title: phrase(i + 500, 6),
      details: phrase(i + 600, 40),
    })
  for (let i = 0; i < 20; i++) await publishNews(office, { ...about, body: words(phrase(i + 100, 120)) })
  for (let i = 0; i < 10; i++) {
    const told = { title: phrase(i + 200, 8), body: phrase(i + 300, 60) }
    await addEntry(office, { ...about, ...told, kind: 'court-movement' })
  }
  for (let i = 0; i < 10; i++) {
    const file = upload(`${phrase(i + 400, 4)}.pdf`)
    await addEntry(office, { ...about, title: phrase(i + 700, 6), kind: 'document', file })
  }
}

/** So many words that follow from a number. */
function phrase(seed: number, length: number): string {
  const syllables = [
    'ca',
    'me',
    'ti',
    'so',
    'lu',
    'pra',
    'den',
    'cio',
    'ru',
    'ba',
    'fi',
    'go',
    'nes',
    'va',
    'ju',
    'tri',
  ]
  let state = seed * 2_654_435_761 + 1
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
  const word = () => Array.from({ length: 2 + (next() % 3) }, () => syllables[(next() >> 8) % 16]).join('')
  return Array.from({ length }, word).join(' ')
}

type Arrived = { bytes: number; encoded: boolean; text: string }

function fetched(path: string): Promise<Arrived> {
  const headers = { cookie, 'accept-encoding': 'gzip, br' }
  return new Promise((resolve, reject) => {
    get(portal.home + path, { headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('end', () => {
        const body = Buffer.concat(chunks)
        expect(answer.statusCode).toBe(200)
        resolve({ bytes: body.length, encoded: 'content-encoding' in answer.headers, text: body.toString() })
      })
    }).once('error', reject)
  })
}

/** The weight of each thing that a browser loads for a page, by its address. */
async function coldLoad(path: string): Promise<Map<string, number>> {
  const page = await fetched(path)
  expect(page.encoded).toBe(true)
  const weights = new Map([[path, page.bytes]])
  const plain = await (await fetch(portal.home + path, { headers: { cookie } })).text()
  const loads = plain.matchAll(/<(?:script|img|link)\b[^>]*?\s(?:src|href)="(\/[^"]*)"/g)
  for (const [, address = ''] of loads) weights.set(address, (await fetched(address)).bytes)
  return weights
}

test.each([
  ['the page of a link', () => link],
  ['the list of matters', () => '/matters'],
  ['a matter with forty entries and three requests', () => `/matters/${firm.matterId}`],
])('%s weighs less than 100 KB with all it loads', async (_, path) => {
  const weights = await coldLoad(path())
  const names = [...weights.keys()]
  // A page without its style or its script would be light for the wrong reason.
  expect(names.some((name) => name.endsWith('.css'))).toBe(true)
  expect(names.some((name) => name.endsWith('.js'))).toBe(true)
  const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0)
  expect(total, JSON.stringify([...weights])).toBeLessThan(most)
})

test('no page asks for anything from elsewhere', async () => {
  for (const path of [link, '/matters', `/matters/${firm.matterId}`]) {
    const page = await (await fetch(portal.home + path, { headers: { cookie } })).text()
    const loaded = [...page.matchAll(/<(?:script|img|link|iframe|source|use)\b[^>]*>/g)].map(([tag]) => tag)
    for (const tag of loaded) expect(tag).not.toMatch(/(?:src|href)="(?!\/[^/])/)
  }
})
