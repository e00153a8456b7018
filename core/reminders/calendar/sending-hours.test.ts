import { expect, test } from 'vitest'
import { nextSendingTime } from './sending-hours.ts'

const santiago = { country: 'CL', timeZone: 'America/Santiago' } as const
const saoPaulo = { country: 'BR', timeZone: 'America/Sao_Paulo' } as const

test('in the middle of a working day a reminder may leave at once', () => {
  const noon = new Date('2026-03-10T15:00:00Z')
  expect(nextSendingTime(noon, santiago)).toEqual(noon)
})

test('before nine it waits for nine, after seven in the evening for the next morning', () => {
  expect(nextSendingTime(new Date('2026-03-10T11:59:59Z'), santiago)).toEqual(
    new Date('2026-03-10T12:00:00Z'),
  )
  expect(nextSendingTime(new Date('2026-03-10T22:00:00Z'), santiago)).toEqual(
    new Date('2026-03-11T12:00:00Z'),
  )
})

test('on Friday evening it waits for Monday', () => {
  expect(nextSendingTime(new Date('2026-03-13T22:30:00Z'), santiago)).toEqual(
    new Date('2026-03-16T12:00:00Z'),
  )
})

test('the night in which Chile changes its clocks moves nine o’clock by an hour', () => {
  expect(nextSendingTime(new Date('2026-04-03T12:00:00Z'), santiago)).toEqual(
    new Date('2026-04-06T13:00:00Z'),
  )
})

test('a client of a Brazilian firm hears nothing during the recess', () => {
  expect(nextSendingTime(new Date('2026-12-21T15:00:00Z'), saoPaulo)).toEqual(
    new Date('2027-01-07T12:00:00Z'),
  )
})

test('urgent things and what falls due within the recess pass it, holidays they do not', () => {
  const monday = new Date('2026-12-21T15:00:00Z')
  expect(nextSendingTime(monday, { ...saoPaulo, urgent: true })).toEqual(monday)
  expect(nextSendingTime(monday, { ...saoPaulo, dueOn: '2026-12-28' })).toEqual(monday)
  expect(nextSendingTime(monday, { ...saoPaulo, dueOn: '2026-12-18' })).toEqual(
    new Date('2027-01-07T12:00:00Z'),
  )

  const christmas = new Date('2026-12-25T15:00:00Z')
  expect(nextSendingTime(christmas, { ...saoPaulo, urgent: true })).toEqual(new Date('2026-12-28T12:00:00Z'))
})

test('a Chilean firm that closes in February says so itself', () => {
  const closingDays = ['2027-02-01', '2027-02-02', '2027-02-03']
  expect(nextSendingTime(new Date('2027-02-01T15:00:00Z'), { ...santiago, closingDays })).toEqual(
    new Date('2027-02-04T12:00:00Z'),
  )
})
