import type { CalendarWords } from '../es-CL/calendar.ts'
/** What a calendar says of a hearing. */
export const calendar: CalendarWords = {
  hearing: 'Hearing',
  /** Where nobody else who looks at the calendar may learn anything. */
  neutral: 'Appointment',
  bring: 'What to bring',
  file: 'hearing.ics',
  neutralFile: 'appointment.ics',
}
