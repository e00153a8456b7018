import { expect, test } from 'vitest'
import { holidaysOf } from './holidays.ts'

test.each([
  ['Viernes Santo', '2026-04-03'],
  ['Sábado Santo, which the calendar we use leaves out', '2026-04-04'],
  ['Pueblos Indígenas, at the solstice', '2026-06-21'],
  ['San Pedro y San Pablo', '2026-06-29'],
  ['Fiestas Patrias', '2026-09-18'],
  ['Glorias del Ejército', '2026-09-19'],
  ['Iglesias Evangélicas', '2026-10-31'],
])('Chile rests on %s', (_name, day) => {
  expect(holidaysOf(2026, 'CL')).toContain(day)
})

test('Chilean holidays move as the law says', () => {
  expect(holidaysOf(2027, 'CL'), 'the Friday before a Saturday 18 September').toContain('2027-09-17')
  expect(holidaysOf(2028, 'CL'), 'San Pedro on a Thursday goes back to Monday').toContain('2028-06-26')
  expect(holidaysOf(2028, 'CL')).not.toContain('2028-06-29')
  expect(holidaysOf(2025, 'CL'), 'the solstice of a year in which it falls on the 20th').toContain(
    '2025-06-20',
  )
})

test('the last day of the year closes Chilean banks, not law offices', () => {
  expect(holidaysOf(2026, 'CL')).not.toContain('2026-12-31')
})

test('Arica remembers its Morro alone', () => {
  expect(holidaysOf(2027, 'CL', 'AP')).toContain('2027-06-07')
  expect(holidaysOf(2027, 'CL')).not.toContain('2027-06-07')
})

test.each(['2026-02-16', '2026-02-17'])('Brazilian offices close for Carnaval on %s', (day) => {
  expect(holidaysOf(2026, 'BR')).toContain(day)
})

test('Ash Wednesday is half a day, so it is none', () => {
  expect(holidaysOf(2026, 'BR')).not.toContain('2026-02-18')
})

test('Corpus Christi is a holiday in Brazil', () => {
  expect(holidaysOf(2026, 'BR')).toContain('2026-06-04')
  expect(holidaysOf(2027, 'BR')).toContain('2027-05-27')
})

test.each([null, 'SP', 'RJ', 'MT', 'AM', 'RS', 'BA'])(
  '20 November is national from 2024 on, whatever the state (%s)',
  (state) => {
    expect(holidaysOf(2026, 'BR', state)).toContain('2026-11-20')
  },
)

test('before 2024, 20 November was not a national holiday', () => {
  expect(holidaysOf(2023, 'BR')).not.toContain('2023-11-20')
})

test('states have days of their own', () => {
  expect(holidaysOf(2026, 'BR', 'SP')).toContain('2026-07-09')
  expect(holidaysOf(2026, 'BR', 'RJ')).toContain('2026-04-23')
  expect(holidaysOf(2026, 'BR', 'RS')).not.toContain('2026-07-09')
})

test('a region nobody knows leaves the national holidays', () => {
  expect(holidaysOf(2026, 'BR', 'XX')).toEqual(holidaysOf(2026, 'BR'))
})
