import express, { type RequestHandler } from 'express'
import fc from 'fast-check'
import { createServer, type Server } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessSet, anyFirm, letterOf } from '#test/oracle/any-firm.ts'
import type { PlainAccess, PlainFirm } from '#test/oracle/plain-firm.ts'
import { whatIsSeen, type Seen } from '#test/oracle/what-is-seen.ts'
import { fileContent, storeTheFile, writeFirm, type WrittenFirm } from '#test/oracle/write-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'
import routes from './app/routes.ts'
import { buildPortalIfStale } from './build.ts'
import { createPortal } from './server.ts'
import { sessionCookieName } from './session-cookie.ts'

const howManyFirms = process.env.DATABASE_URL?.startsWith('postgres') ? 1 : 3
const allSets = Array.from({ length: 32 }, (_, set) => set)
/** Firms with something to see in them. */
const largeFirm = fc
  .noBias(anyFirm)
  .filter((firm) => firm.matters.length >= 4 && firm.requests.length >= 2 && firm.entries.length >= 3)
/** An id like ours of which there is none. */
const nothing = 'zqxxxxxxx'

let server: Server
let home: string
let office: TestOffice

beforeAll(async () => {
  await buildPortalIfStale(pino({ level: 'silent' }))
  const doors: RequestHandler[] = []
  server = createServer(express().use((request, response, next) => doors[0]?.(request, response, next)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  home = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  office = await testOffice({ BASE_URL: home })
  await storeTheFile(office)
  doors.push(await createPortal(office, { mode: 'production' }))
}, 120_000)

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('at every address of the portal, with every id there is, each client finds what they may see and no trace of the rest', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(
      largeFirm,
      fc.array(fc.nat(3), { minLength: 32, maxLength: 32 }),
      async (firm, persons) => {
        const ways = allSets.map((set) => set + 32 * ((set + number) % 8))
        const accesses = ways.map((way, index) =>
          accessSet(way, firm, index, [persons[index] ?? 0, index % 5]),
        )
        const written = await writeFirm(office, firm, accesses, letterOf(0) + letterOf(number++))
        const browsers = accesses
          .filter((access) => hasEntered(firm, access))
          .map((access) => browser(firm, access, written))
        for (const [turn, visit] of browsers.entries()) await visitEverything(visit, turn)
      },
    ),
    { numRuns: howManyFirms, endOnFailure: true },
  )
}, 600_000)

type Visit = {
  firm: PlainFirm
  access: PlainAccess
  seen: Seen
  written: WrittenFirm
  get: (path: string) => Promise<Answer>
}
type Answer = { status: number; text: string; headers: Record<string, string> }

async function visitEverything(visit: Visit, turn: number): Promise<void> {
  const plain = routes.filter((route) => !route.path?.includes(':')).map((route) => `/${route.path ?? ''}`)
  for (const path of turn % 8 === 0 ? plain : ['/matters']) {
    expectNoTrace(visit, await visit.get(path), path)
  }
  for (const { path = '' } of routes.filter((route) => route.path?.includes(':'))) {
    const ids = idsFor(path, visit.firm, turn)
    if (ids.length === 0) continue
    const at = (id: string) => `/${path.replace(/:\w+/, id)}`
    const missing = masked(await visit.get(at(nothing)), nothing)
    for (const plainId of ids) {
      const id = visit.written.idOf(plainId)
      const answer = await visit.get(at(id))
      const expected = statusOf(path, plainId, visit.seen)
      expect([at(plainId), answer.status]).toEqual([at(plainId), expected ?? missing.status])
      if (expected === undefined) expect([at(plainId), masked(answer, id)]).toEqual([at(plainId), missing])
      else await expectPage(visit, plainId, at(id), answer)
    }
  }
}

/** What is shown answers so; everything else as what does not exist. */
function statusOf(path: string, id: string, seen: Seen): number | undefined {
  if (path === 'matters/:matter' && seen.matters.has(id)) return 200
  if (path === 'requests/:request' && seen.requests.has(id)) return 200
  if (path !== 'files/:file' || !seen.files.has(id)) return undefined
  return seen.proofFirst.has(id) ? 303 : 200
}

/** The ids of an address's own kind always; all the others, by turns, with one browser in eight. */
function idsFor(path: string, firm: PlainFirm, turn: number): string[] {
  const files = [
    ...firm.answers.flatMap((row) => row.files),
    ...firm.entries.flatMap((row) => row.file ?? []),
  ]
  const kinds: Record<string, { id: string }[]> = {
    'matters/:matter': firm.matters,
    'requests/:request': firm.requests,
    'files/:file': files,
  }
  const items = firm.requests.flatMap((request) => request.items)
  const all = [firm.matters, firm.requests, files, firm.clients, firm.news, firm.entries, firm.answers, items]
  const own = (kinds[path] ?? []).map((row) => row.id)
  const others = all.flat().map((row) => row.id)
  return [
    ...new Set([...own, ...others.filter((_, index) => turn % 8 === 0 && index % 4 === (turn / 8) % 4)]),
  ]
}

async function expectPage(visit: Visit, id: string, path: string, answer: Answer): Promise<void> {
  if (visit.seen.files.has(id)) {
    if (answer.status === 200) expect(answer.text).toBe(fileContent)
    return
  }
  expectNoTrace(visit, answer, path)
  // What Remix would hand a browser that takes a page over: pages are taken over by none.
  const data = await visit.get(`${path}.data`)
  expectNoTrace(visit, data, path)
  if (visit.seen.matters.has(id)) expect(named(data.text, visit.written)).toEqual([])
  if (visit.seen.matters.has(id)) await expectMatter(visit, id, path, answer.text)
}

// Everything of the matter stands on its page, is found by its words and by its kind, and nothing else is.
async function expectMatter(visit: Visit, id: string, path: string, page: string): Promise<void> {
  const { firm, seen, written } = visit
  const inIt = <T extends { id: string; matter: string }>(rows: T[]) =>
    rows.filter((row) => row.matter === id)
  const shown = new Set([...seen.news, ...seen.requests, ...seen.entries])
  const files = inIt(firm.entries).flatMap((entry) =>
    entry.file && seen.files.has(entry.file.id) ? entry.file.id : [],
  )
  const wanted = inIt([...firm.news, ...firm.requests, ...firm.entries]).filter((row) => shown.has(row.id))
  expect(named(page, written)).toEqual(expect.arrayContaining([...wanted.map((row) => row.id), ...files]))
  const happened = inIt([...firm.news, ...firm.entries, ...firm.requests])
  const [some] = happened
  if (!some) return
  for (const one of happened.slice(0, 3)) {
    const found = await visit.get(`${path}?q=${written.idOf(one.id)}`)
    if (shown.has(one.id)) expectNoTrace(visit, found, path)
    else {
      const none = await visit.get(`${path}?q=${nothing}`)
      expect(masked(found, written.idOf(one.id))).toEqual(masked(none, nothing))
    }
  }
  expectNoTrace(visit, await visit.get(`${path}?q=actuacion&show=task&show=document&show=publication`), path)
}

/** No row that this client may not see is named anywhere in what they got. */
function expectNoTrace({ firm, access, seen, written }: Visit, { text }: Answer, path: string): void {
  const { matters, news, requests, items, answers, entries, files } = seen
  const allowed = [matters, news, requests, items, answers, entries, files, access.clients, [access.id]]
  const ids = new Set(allowed.flatMap((some) => [...some]))
  const trace = named(text, written).filter((id) => !ids.has(id))
  expect({ path, firm: firm.id, trace }).toEqual({ path, firm: firm.id, trace: [] })
}

function named(text: string, written: WrittenFirm): string[] {
  const page = text.replaceAll(/nonce="[^"]*"/g, '')
  return [...new Set(page.match(/zq[a-z]{7}/g))].filter((id) => id !== nothing).map(written.plainIdOf)
}

/** An answer but for what differs each time: the nonce, the reference, and the id that was asked for. */
function masked({ status, text, headers }: Answer, id: string): Answer {
  const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'none'
  const plain = (some: string) =>
    some
      .replaceAll(nonce, 'NONCE')
      .replaceAll(id, 'ID')
      .replaceAll(/[A-Z2-7]{4}-[A-Z2-7]{4}/g, 'REFERENCE')
  const same = Object.entries(headers).filter(([name]) => name !== 'date')
  return {
    status,
    text: plain(text),
    headers: Object.fromEntries(same.map(([name, value]) => [name, plain(value)])),
  }
}

function hasEntered(firm: PlainFirm, access: PlainAccess): boolean {
  return firm.clients.some((client) => access.clients.includes(client.id) && !client.left)
}

function browser(firm: PlainFirm, access: PlainAccess, written: WrittenFirm): Visit {
  const cookie = `${sessionCookieName(home)}=${written.tokenOf(access)}`
  return {
    firm,
    access,
    written,
    seen: whatIsSeen(firm, access),
    get: async (path) => {
      const answer = await fetch(home + path, { redirect: 'manual', headers: { cookie } })
      const { status, headers } = answer
      return { status, headers: Object.fromEntries(headers), text: await answer.text() }
    },
  }
}
