import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { outbox } from '#db/schema/delivery.ts'
import { everyHazard } from '../fixtures/mail/hazards/every-hazard.ts'
import { rosa } from '../fixtures/mail/hazards/hazard.ts'
import { kinds } from '../fixtures/mail/hazards/kinds.ts'
import { cpuTime } from '../cpu-time.ts'
import { itemsIn } from '../office/ask-for.ts'
import { lawFirm, type LawFirm } from '../office/law-firm.ts'
import { mailWorld, openMailDoor, type OpenMailDoor } from '../office/mail-world.ts'
import { testOffice, type TestOffice } from '../office/test-office.ts'

/** So many; more when somebody looks for what is not known yet. */
const runs = Number(process.env.FUZZ_RUNS ?? 40)
vi.setConfig({ testTimeout: runs * 6000 })

/** Milliseconds of work, whatever else the machine has to do. */
const longest = 5000

let office: TestOffice
let firm: LawFirm
let door: OpenMailDoor
beforeAll(async () => {
  office = await testOffice()
  firm = await lawFirm(office)
  door = await openMailDoor(office, firm)
})
afterAll(() => door?.close())

/** What befalls a mail on its way: `at` and `other` are places in it, from 0 to 1. */
const mutation = fc.record({
  how: fc.constantFrom(
    'cut',
    'flip',
    'swap lines',
    'double a line',
    'drop a line',
    'repeat a piece',
    'insert',
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  other: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.integer({ min: 0, max: 255 }),
})
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutate(raw: Buffer, { how, at, other, byte }: Mutation): Buffer {
  const place = Math.floor(at * raw.length)
  if (how === 'cut') return raw.subarray(0, place)
  if (how === 'flip')
    return Buffer.concat([raw.subarray(0, place), Buffer.from([byte]), raw.subarray(place + 1)])
  if (how === 'insert')
    return Buffer.concat([raw.subarray(0, place), Buffer.alloc(1 + (byte % 40), byte), raw.subarray(place)])
  if (how === 'repeat a piece') {
    const piece = raw.subarray(place, place + Math.floor(other * 2000))
    return Buffer.concat([raw.subarray(0, place), piece, piece, raw.subarray(place)])
  }
  const lines = raw.toString('latin1').split('\r\n')
  const [from, to] = [Math.floor(at * (lines.length - 1)), Math.floor(other * (lines.length - 1))]
  const line = lines[from] ?? ''
  if (how === 'swap lines') [lines[from], lines[to]] = [lines[to] ?? '', line]
  else if (how === 'drop a line') lines.splice(from, 1)
  else lines.splice(to, 0, line)
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

test('whatever befalls a mail on its way, it ends in one final state, soon, and the next one is read', async () => {
  const { world } = await mailWorld(office, firm)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...everyHazard),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      async (hazard, mutations) => {
        const whole = Buffer.from(hazard.raw(world))
        const raw = mutations.reduce(mutate, whole)
        const since = cpuTime()
        const { state, lastError } = await door.receive(raw.length ? raw : Buffer.from('\r\n'), {
          from: hazard.from ?? rosa,
          to: hazard.to?.(world) ?? [world.reply],
        })
        expect({ state, lastError }).not.toMatchObject({ state: 'stored' })
        expect(cpuTime() - since).toBeLessThan(longest)
      },
    ),
    { numRuns: runs, seed: 20260303, endOnFailure: true },
  )
})

const silent = kinds.filter(({ then: { state } }) => state === 'noted' || state === 'bounce')
/** What is added to a mail that nobody wrote, wherever it comes to and whatever it carries. */
const moved = fc.record({
  hazard: fc.constantFrom(...silent),
  extra: fc.constantFrom(
    'X-Priority: 1',
    'Auto-Submitted: no',
    'Precedence: first-class',
    'In-Reply-To: <a@b>',
  ),
  below: fc.boolean(),
})

test('no bounce, automatic answer or report ever answers a request or gets an answer, whatever else it says', async () => {
  await fc.assert(
    fc.asyncProperty(moved, async ({ hazard, extra, below }) => {
      const { world, requestId } = await mailWorld(office, firm)
      const raw = hazard.raw(world).toString('latin1')
      const text = below ? raw.replace('\r\n\r\n', `\r\n${extra}\r\n\r\n`) : `${extra}\r\n${raw}`
      const before = await receipts()
      const { state } = await door.receive(Buffer.from(text, 'latin1'), {
        from: hazard.from ?? rosa,
        to: hazard.to?.(world) ?? [world.reply],
      })
      expect(['noted', 'bounce']).toContain(state)
      const items = await itemsIn(office, requestId)
      expect(items.map((item) => item.status)).toEqual(['pending', 'pending'])
      expect(await receipts()).toBe(before)
    }),
    { numRuns: Math.ceil(runs / 2), seed: 20260304, endOnFailure: true },
  )
})

async function receipts(): Promise<number> {
  return (await office.db.read.select().from(outbox).where(eq(outbox.noticeKind, 'receipt'))).length
}
