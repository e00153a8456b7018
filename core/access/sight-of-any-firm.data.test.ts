import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../errors.ts'
import { matterForClient, type MatterSeen } from '../matters/matter-for-client.ts'
import { mattersForClient } from '../matters/matters-for-client.ts'
import { openFile } from '../replies/files/open-file.ts'
import { requestForClient } from '../requests/request-for-client.ts'
import { clientSession, type ClientSession } from './session/client-session.ts'
import { accessSet, anyFirm, letterOf, waysToSee } from '#test/oracle/any-firm.ts'
import type { PlainAccess, PlainFirm } from '#test/oracle/plain-firm.ts'
import { whatIsSeen, type Seen } from '#test/oracle/what-is-seen.ts'
import { storeTheFile, writeFirm, type WrittenFirm } from '#test/oracle/write-firm.ts'
import { testOffice, type TestOffice } from '#test/office/test-office.ts'

// Of a case each the list, and in turn a matter, a request or a file, which keeps it under a minute.
const cases = process.env.DATABASE_URL?.startsWith('postgres') ? 2560 : 10_240
const perFirm = 20

type Case = { office: TestOffice; firm: PlainFirm; access: PlainAccess; seen: Seen; written: WrittenFirm }

test(`of any firm, in ${cases} cases, a client sees exactly what the documents say, whichever way is tried`, async () => {
  const office = await testOffice()
  await storeTheFile(office)
  const tally = { cases: 0, ways: new Set<number>(), seen: 0, unseen: 0 }
  let written = 0
  const people = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 2 }), {
    minLength: perFirm,
    maxLength: perFirm,
  })
  await fc.assert(
    fc.asyncProperty(anyFirm, people, async (firm, persons) => {
      const number = written++
      const accesses = persons.map((some, index) => {
        const way = (number * perFirm + index) % waysToSee
        tally.ways.add(way)
        return accessSet(way, firm, index, some)
      })
      const suffix = letterOf(Math.floor(number / 676)) + letterOf(number % 676)
      const stored = await writeFirm(office, firm, accesses, suffix)
      await Promise.all(
        accesses.map(async (access, index) => {
          const seen = whatIsSeen(firm, access)
          tally.cases += 1
          tally.seen += seen.matters.size
          tally.unseen += firm.matters.length - seen.matters.size
          await expectSight({ office, firm, access, seen, written: stored }, number * perFirm + index)
        }),
      )
    }),
    { numRuns: cases / perFirm },
  )
  expect(tally.cases).toBeGreaterThanOrEqual(cases)
  expect(tally.ways.size).toBe(waysToSee)
  // Firms in which nobody sees anything, or everybody everything, would show little.
  expect(Math.min(tally.seen, tally.unseen)).toBeGreaterThan(cases)
}, 600_000)

async function expectSight(one: Case, turn: number): Promise<void> {
  const { office, firm, access, written } = one
  const session = await clientSession(office, written.tokenOf(access))
  const somebody = firm.clients.some((client) => access.clients.includes(client.id) && !client.left)
  expect(session !== null).toBe(somebody)
  if (!session) return
  await expectList(one, session)
  const files = [
    ...firm.answers.flatMap((answer) => answer.files),
    ...firm.entries.map((entry) => entry.file),
  ]
  const matterIds = firm.matters.map((matter) => matter.id)
  const requestIds = firm.requests.map((request) => request.id)
  const fileIds = files.flatMap((file) => file?.id ?? [])
  const tries = [
    () => expectMatter(one, session, oneOf(matterIds, turn)),
    () => expectRequest(one, session, oneOf(requestIds, turn)),
    () => expectFile(one, session, oneOf(fileIds, turn)),
  ]
  await tries[turn % tries.length]?.()
}

/** One of them in its turn; where there is none, the id of nothing. */
function oneOf(ids: string[], turn: number): string {
  return ids[Math.floor(turn / 3) % Math.max(ids.length, 1)] ?? 'zqxaa'
}

async function expectList({ office, seen, written }: Case, session: ClientSession): Promise<void> {
  const list = await mattersForClient(office, session)
  const listed = list.map(({ id, parentId, lastActivityAt }) => ({ id, parentId, lastActivityAt }))
  const expected = [...seen.matters].map((id) => {
    const parent = seen.parents.get(id)
    const last = seen.lastActivity.get(id)
    return {
      id: written.idOf(id),
      parentId: parent === undefined ? null : written.idOf(parent),
      lastActivityAt: last === undefined ? null : written.at(last),
    }
  })
  expect(byId(listed)).toEqual(byId(expected))
  expectNoMoreThan(list, seen, written)
}

async function expectMatter(one: Case, session: ClientSession, id: string): Promise<void> {
  const { office, firm, seen, written } = one
  const page = await orNothing(matterForClient(office, session, written.idOf(id)))
  expect(page !== 'not_found').toBe(seen.matters.has(id))
  if (page === 'not_found' || page === 'proof_needed') return
  const inIt = (rows: { id: string; matter: string }[], ids: Set<string>) =>
    sorted(rows.filter((row) => row.matter === id && ids.has(row.id)).map((row) => row.id))
  const told = page.history.map((entry) => written.plainIdOf(entry.id))
  expect(sorted(told)).toEqual(
    inIt([...firm.news, ...firm.entries], new Set([...seen.news, ...seen.entries])),
  )
  expect(sorted(page.requests.map((request) => written.plainIdOf(request.id)))).toEqual(
    inIt(firm.requests, seen.requests),
  )
  const born = firm.matters.filter((matter) => seen.parents.get(matter.id) === id)
  expect(sorted(page.offspring.map((matter) => written.plainIdOf(matter.id)))).toEqual(
    sorted(born.map((matter) => matter.id)),
  )
  const parent = seen.parents.get(id)
  expect(page.matter.parentId).toBe(parent === undefined ? null : written.idOf(parent))
  expectFilesOf(one, page, id)
  expectNoMoreThan(page, seen, written)
}

// Every file that opens is linked to where it belongs, and no other is.
function expectFilesOf({ firm, seen, written }: Case, page: MatterSeen, id: string): void {
  const linked = [
    ...page.history.map((entry) => entry.file),
    ...page.requests.flatMap((request) =>
      request.items.flatMap((item) => item.answers.flatMap((answer) => answer.files)),
    ),
  ].flatMap((file) => (file ? [written.plainIdOf(file.id)] : []))
  const requests = firm.requests.filter((request) => request.matter === id).map((request) => request.id)
  const kept = [
    ...firm.entries.filter((entry) => entry.matter === id).map((entry) => entry.file),
    ...firm.answers.filter((answer) => requests.includes(answer.request)).flatMap((answer) => answer.files),
  ].flatMap((file) => (file && seen.files.has(file.id) ? [file.id] : []))
  expect(sorted(linked)).toEqual(sorted(kept))
}

async function expectRequest({ office, firm, seen, written }: Case, session: ClientSession, id: string) {
  const request = await orNothing(requestForClient(office, session, written.idOf(id)))
  expect(request !== 'not_found').toBe(seen.requests.has(id))
  if (request === 'not_found' || request === 'proof_needed') return
  const items = firm.requests.find((one) => one.id === id)?.items ?? []
  expect(sorted(request.items.map((item) => written.plainIdOf(item.id)))).toEqual(
    sorted(items.filter((item) => seen.items.has(item.id)).map((item) => item.id)),
  )
  const given = firm.answers.filter((answer) => answer.request === id && seen.answers.has(answer.id))
  const answers = request.items.flatMap((item) => item.answers)
  expect(sorted(answers.map((answer) => written.plainIdOf(answer.id)))).toEqual(
    sorted(given.map((answer) => answer.id)),
  )
  expectNoMoreThan(request, seen, written)
}

async function expectFile({ office, seen, written }: Case, session: ClientSession, id: string) {
  const opened = await orNothing(openFile(office, session, written.idOf(id)))
  const answer = typeof opened === 'string' ? opened : 'opened'
  const expected = seen.proofFirst.has(id) ? 'proof_needed' : seen.files.has(id) ? 'opened' : 'not_found'
  expect(answer).toBe(expected)
}

/** Nothing in what core handed out, however deep, names a row that is not seen. */
function expectNoMoreThan(told: unknown, seen: Seen, written: WrittenFirm): void {
  const { matters: m, news, requests, items, answers, entries, files } = seen
  const allowed = new Set([m, news, requests, items, answers, entries, files].flatMap((ids) => [...ids]))
  const named = written.namedIn(JSON.stringify(told))
  expect(named.filter((id) => !allowed.has(id))).toEqual([])
}

async function orNothing<T>(work: Promise<T>): Promise<T | 'not_found' | 'proof_needed'> {
  return work.catch((error: unknown) => {
    if (isRefusal(error) && (error.code === 'not_found' || error.code === 'proof_needed')) return error.code
    throw error
  })
}

function sorted(ids: Iterable<string>): string[] {
  return [...ids].sort()
}

function byId<T extends { id: string }>(rows: T[]): T[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
