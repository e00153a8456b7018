import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../errors.ts'
import { nextReminderAt } from './calendar/next-reminder-at.ts'
import { policyLimits, requirePolicy, usualPolicy, type ReminderPolicy } from './policy.ts'

const dayMs = 86_400_000

const anyPolicy: fc.Arbitrary<ReminderPolicy> = fc
  .record({
    from: fc.integer({ min: policyLimits.from, max: policyLimits.until - 1 }),
    long: fc.integer({ min: 1, max: 16 }),
    daysApart: fc.integer({ min: 1, max: 7 }),
    mostPerWeek: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ long, ...policy }) => ({ ...policy, until: Math.min(policyLimits.until, policy.from + long) }))

test('whatever a firm’s policy, no reminder leaves outside its hours, sooner, or more often', () => {
  fc.assert(
    fc.property(anyPolicy, fc.integer({ min: -5, max: 40 }), (policy, dueIn) => {
      expect(requirePolicy(policy)).toEqual(policy)
      const askedAt = new Date('2026-03-02T15:00:00Z')
      const dueOn = new Date(+askedAt + dueIn * dayMs).toISOString().slice(0, 10)
      const sentAt: Date[] = []
      for (;;) {
        const next = nextReminderAt({
          ...{ country: 'CL', timeZone: 'America/Santiago', policy, askedAt, dueOn },
          now: sentAt.at(-1) ?? askedAt,
          sentCount: sentAt.length,
          lastSentAt: sentAt.at(-1) ?? null,
          otherSentAt: sentAt.slice(-2, -1),
        })
        if (next === null) break
        const hour = Number(
          next.toLocaleString('en-GB', { timeZone: 'America/Santiago', hour: '2-digit', hour12: false }),
        )
        expect(hour).toBeGreaterThanOrEqual(policy.from)
        expect(hour).toBeLessThan(policy.until)
        const [last, before] = [sentAt.at(-1) ?? askedAt, sentAt.at(-policy.mostPerWeek)]
        expect(+next - +last).toBeGreaterThanOrEqual(policy.daysApart * dayMs)
        if (before) expect(+next - +before).toBeGreaterThanOrEqual(7 * dayMs)
        sentAt.push(next)
      }
      expect(sentAt).toHaveLength(6)
    }),
    { numRuns: 60 },
  )
})

test.each<[Partial<ReminderPolicy>, string]>([
  [{ from: 5 }, 'from'],
  [{ from: 9.5 }, 'from'],
  [{ until: 9 }, 'until'],
  [{ until: 23 }, 'until'],
  [{ daysApart: 0 }, 'apart'],
  [{ daysApart: 8 }, 'apart'],
  [{ mostPerWeek: 3 }, 'weekly'],
  [{ mostPerWeek: Number.NaN }, 'weekly'],
])('a policy of %o is refused at its field', (wrong, field) => {
  try {
    requirePolicy({ ...usualPolicy, ...wrong })
    expect.unreachable()
  } catch (error) {
    expect(isRefusal(error) && error.facts.field).toBe(field)
  }
})
