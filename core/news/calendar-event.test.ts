import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile, type CalendarEvent } from './calendar-event.ts'

const event: CalendarEvent = {
  uid: 'abc@estudio.example',
  sequence: 0,
  cancelled: false,
  organiser: { email: 'casos@estudio.example', name: 'Estudio "Rojas"; Silva' },
  writtenAt: new Date('2026-03-03T14:00:00Z'),
  startsAt: new Date('2026-03-10T13:30:00Z'),
  summary: 'Audiencia',
  location: 'Juzgado de Familia, sala 3; piso 2',
  description: 'Qué llevar: cédula\nPoder',
}

test('a calendar reads when and where, whatever marks stand in it', () => {
  const file = calendarFile(event)
  expect(file).toContain('DTSTART:20260310T133000Z\r\n')
  expect(file).toContain('DTSTAMP:20260303T140000Z\r\n')
  expect(file).toContain('LOCATION:Juzgado de Familia\\, sala 3\\; piso 2\r\n')
  expect(file).toContain('DESCRIPTION:Qué llevar: cédula\\nPoder\r\n')
  expect(file.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('of an appointment that says nothing there is no place and no description', () => {
  const file = calendarFile({ ...event, summary: 'Compromiso', location: null, description: null })
  expect(file).not.toMatch(/^LOCATION|^DESCRIPTION:(?!Compromiso)/m)
})

test('no text breaks out of its line: nothing a lawyer pastes adds a property, and no line is too long', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(text, text, text, (summary, location, description) => {
      const file = calendarFile({ ...event, summary, location, description })
      const lines = file.split('\r\n')
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]/)
      }
      const unfolded = file.replaceAll('\r\n ', '').split('\r\n')
      expect(unfolded.map((line) => line.split(/[:;]/)[0])).toEqual(
        calendarFile(event)
          .replaceAll('\r\n ', '')
          .split('\r\n')
          .map((line) => line.split(/[:;]/)[0]),
      )
    }),
  )
})

test('an appointment that is off says so under the same name, with a higher number and nothing to wake anybody', () => {
  const file = calendarFile({ ...event, sequence: 1, cancelled: true })
  expect(file).toContain('METHOD:CANCEL\r\n')
  expect(file).toContain('STATUS:CANCELLED\r\n')
  expect(file).toContain('UID:abc@estudio.example\r\n')
  expect(file).toContain('SEQUENCE:1\r\n')
  expect(file).toContain('ORGANIZER;CN="Estudio  Rojas ; Silva":mailto:casos@estudio.example\r\n')
  expect(file).not.toContain('VALARM')
})
