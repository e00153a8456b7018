import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../words/format.ts'
import { isBusinessDay } from './business-days.ts'
import { mostReminders, nextReminderAt, type Pending } from './next-reminder-at.ts'

const asked: Pending = {
  country: 'CL',
  timeZone: 'America/Santiago',
  now: new Date('2026-03-02T15:00:00Z'),
  askedAt: new Date('2026-03-02T15:00:00Z'),
  dueOn: '2026-03-20',
  sentCount: 0,
  lastSentAt: null,
}

function soFar(sentAt: Date[]) {
  return { sentCount: sentAt.length, lastSentAt: sentAt.at(-1) ?? null, otherSentAt: sentAt.slice(-2, -1) }
}

/** Sends each reminder at the very moment it is due, and says when that was. */
function reminders(pending: Pending) {
  const sentAt: Date[] = []
  for (;;) {
    const next = nextReminderAt({ ...pending, now: sentAt.at(-1) ?? pending.now, ...soFar(sentAt) })
    if (next === null) return sentAt
    sentAt.push(next)
  }
}

const inSantiago = (instant: Date) =>
  instant.toLocaleString('sv-SE', { timeZone: 'America/Santiago', dateStyle: 'short', timeStyle: 'short' })

test('a client is reminded a week before, on the eve, the day after and then every third business day', () => {
  expect(reminders(asked).map(inSantiago)).toEqual([
    '2026-03-13 10:00',
    '2026-03-19 10:00',
    '2026-03-23 10:00',
    '2026-03-26 10:00',
    '2026-03-31 10:00',
    '2026-04-06 10:00',
  ])
})

test('without a due day the client is reminded once a week', () => {
  expect(
    reminders({ ...asked, dueOn: null })
      .slice(0, 3)
      .map(inSantiago),
  ).toEqual(['2026-03-09 10:00', '2026-03-16 10:00', '2026-03-23 10:00'])
})

test('after six reminders it is the member’s turn', () => {
  expect(reminders(asked)).toHaveLength(mostReminders)
  expect(nextReminderAt({ ...asked, sentCount: 6, lastSentAt: asked.now })).toBeNull()
})

test('what is asked today for tomorrow is not reminded of tomorrow', () => {
  const next = nextReminderAt({ ...asked, dueOn: '2026-03-03' })
  expect(next && inSantiago(next)).toBe('2026-03-04 12:00')
})

test('a reminder missed while the server was down leaves once, when hours allow', () => {
  const next = nextReminderAt({ ...asked, now: new Date('2026-03-14T15:00:00Z') })
  expect(next && inSantiago(next)).toBe('2026-03-16 09:00')
})

test('a snooze is simply a later now', () => {
  const next = nextReminderAt({ ...asked, now: new Date('2026-03-18T16:00:00Z') })
  expect(next).toEqual(new Date('2026-03-18T16:00:00Z'))
})

test('two reminders of other requests this week are enough for this week', () => {
  const otherSentAt = [new Date('2026-03-10T13:00:00Z'), new Date('2026-03-12T13:00:00Z')]
  const next = nextReminderAt({ ...asked, otherSentAt })
  expect(next && inSantiago(next)).toBe('2026-03-17 10:00')
})

test('over the Brazilian recess nothing is sent, and it goes on in January', () => {
  const brazilian = { ...asked, country: 'BR', timeZone: 'America/Sao_Paulo' } as const
  const askedAt = new Date('2026-12-01T15:00:00Z')
  const sent = reminders({ ...brazilian, askedAt, now: askedAt, dueOn: '2026-12-18' })
  expect(sent.map((at) => dayOf(at, 'America/Sao_Paulo'))).toEqual([
    '2026-12-11',
    '2026-12-17',
    '2027-01-07',
    '2027-01-11',
    '2027-01-14',
    '2027-01-18',
  ])
})

const moment = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2031-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const lag = fc.integer({ min: 0, max: 12 * 24 * 60 }).map((minutes) => minutes * 60_000)
const anyRequest = fc.record({
  where: fc.constantFrom(
    { country: 'CL', timeZone: 'America/Santiago' } as const,
    { country: 'CL', timeZone: 'Pacific/Easter' } as const,
    { country: 'CL', region: 'AP', timeZone: 'Europe/Madrid' } as const,
    { country: 'BR', region: 'SP', timeZone: 'America/Sao_Paulo' } as const,
    { country: 'BR', region: 'AM', timeZone: 'America/Manaus' } as const,
    { country: 'BR', timeZone: 'Asia/Tokyo' } as const,
  ),
  askedAt: moment,
  dueInDays: fc.option(fc.integer({ min: 0, max: 120 })),
  closedInDays: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }),
  urgent: fc.boolean(),
  lags: fc.array(lag, { minLength: mostReminders, maxLength: mostReminders }),
})

function dayAfter(instant: Date, days: number) {
  return new Date(+instant + days * 86_400_000).toISOString().slice(0, 10)
}

test('whatever is asked, and however late the server is, no client is reminded at a bad time or too often', () => {
  fc.assert(
    fc.property(anyRequest, ({ where, askedAt, dueInDays, closedInDays, urgent, lags }) => {
      const rules = { ...where, urgent, closingDays: closedInDays.map((days) => dayAfter(askedAt, days)) }
      const dueOn = dueInDays === null ? null : dayAfter(askedAt, dueInDays)
      const sentAt: Date[] = []
      for (const late of lags) {
        const now = new Date(+(sentAt.at(-1) ?? askedAt) + late)
        const pending = { ...rules, now, askedAt, dueOn, ...soFar(sentAt) }
        const next = nextReminderAt(pending)
        if (next === null) throw new Error('stopped too early')
        expect(nextReminderAt(pending)).toEqual(next)
        expect(nextReminderAt({ ...pending, now: next })).toEqual(next)
        expect(+next).toBeGreaterThanOrEqual(+now)
        sentAt.push(next)
      }

      for (const at of sentAt) {
        const clock = at.toLocaleTimeString('en-GB', { timeZone: where.timeZone })
        expect(clock >= '09:00:00' && clock < '19:00:00', clock).toBe(true)
        expect(isBusinessDay(dayOf(at, where.timeZone), rules)).toBe(true)
      }
      for (const [index, at] of sentAt.entries()) {
        const [next, third] = [sentAt[index + 1], sentAt[index + 2]]
        if (next) expect(+next - +at).toBeGreaterThanOrEqual(2 * 86_400_000)
        if (third) expect(+third - +at).toBeGreaterThanOrEqual(7 * 86_400_000)
      }
    }),
    { numRuns: 100 },
  )
})
